// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in the gate (scripts/test sets STRICT) but not for someone building with a
// newer compiler, whose new warnings must not stop them.
let strict = Context.environment["STRICT"] == "1"

let swiftSettings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

// Optimising what runs once takes longer than it saves, and file by file both cores build it.
let testSettings: [SwiftSetting] =
  swiftSettings + [
    .unsafeFlags(["-Onone", "-no-whole-module-optimization", "-enable-batch-mode"])
  ]

// The program that is shipped (scripts/setup sets SHIPPED) is one file that needs no library of the
// machine's: it stands on the screen in four fifths of the time. The tests cannot be linked so:
// they are a library that the toolchain's own program loads.
let shipped = Context.environment["SHIPPED"] == "1"
let linking: [LinkerSetting] =
  shipped
  ? [
    .unsafeFlags(["-static-executable", "-use-ld=lld", "-Xclang-linker", "-static-pie"]),
    .unsafeFlags(["-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]),
    // What a start runs lies together in the file, so that fewer pages of it are met (scripts/order).
    .unsafeFlags([
      "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/packaging/start.order",
      "-Xlinker", "--no-warn-symbol-ordering",
      "-Xlinker", "-T", "-Xlinker", "\(Context.packageDirectory)/packaging/unnamed.ld",
    ]),
  ] : []

let cSettings: [CSetting] = strict ? [.treatAllWarnings(as: .error)] : []

let package = Package(
  name: "veiviser",
  products: [
    .executable(name: "veiviser", targets: ["Wizard"])
  ],
  traits: [
    .trait(name: "PostgreSQL", description: "Cases can be kept on a server; links libpq."),
    .default(enabledTraits: []),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .target(
      name: "CNCurses",
      cSettings: cSettings,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(name: "CAssets", cSettings: cSettings),
    // What is safe to show on a terminal, and texts that leave no trace: knows nothing else.
    .target(name: "SafeText", swiftSettings: swiftSettings),
    // Cells, keys and widgets: knows nothing of what they are used for.
    .target(name: "Drawing", dependencies: ["SafeText"], swiftSettings: swiftSettings),
    .target(
      name: "Model",
      dependencies: ["CAssets", "SafeText"],
      swiftSettings: swiftSettings
    ),
    // A layer below SQLite that touches a store's own files only.
    .target(
      name: "CStoreFiles",
      cSettings: cSettings,
      linkerSettings: [.linkedLibrary("sqlite3")]
    ),
    // Unpacks gzip files.
    .target(name: "CZlib", cSettings: cSettings, linkerSettings: [.linkedLibrary("z")]),
    // In the place of 34 MB that the shipped program has no use for.
    .target(name: "CNoTables", cSettings: cSettings),
    // The only part of the program that links a database.
    .target(
      name: "Store",
      dependencies: [
        "CStoreFiles", "CZlib", "Model", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: swiftSettings
    ),
    // libpq behind a small header, and the shape of the store on a server. Without the trait both are empty.
    .target(
      name: "CPostgres",
      exclude: ["schema.sql"],
      cSettings: cSettings + [.define("POSTGRESQL", .when(traits: ["PostgreSQL"]))],
      linkerSettings: [.linkedLibrary("pq", .when(traits: ["PostgreSQL"]))]
    ),
    .target(
      name: "ServerStore",
      dependencies: [
        "Model", .target(name: "CPostgres", condition: .when(traits: ["PostgreSQL"])),
      ],
      swiftSettings: swiftSettings
    ),
    // What the model knows, as prose in a language: knows nothing of cells.
    .target(name: "Wording", dependencies: ["Model", "SafeText"], swiftSettings: swiftSettings),
    .target(
      name: "Screens",
      dependencies: ["Drawing", "Model", "SafeText", "Wording"],
      swiftSettings: swiftSettings
    ),
    // The only Swift that touches C and the terminal. A target of its own, so that a small program
    // on a pseudo-terminal can be made of it and be crashed, stopped and hung up at will.
    .target(
      name: "Terminal",
      dependencies: ["Drawing", "SafeText", "CNCurses"],
      swiftSettings: swiftSettings
    ),
    .executableTarget(
      name: "Wizard",
      dependencies: [
        "CNoTables", "Screens", "Drawing", "Model", "SafeText", "Store", "Terminal", "Wording",
        .target(name: "ServerStore", condition: .when(traits: ["PostgreSQL"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings,
      linkerSettings: linking
    ),
    // A process of its own for the tests of the store to kill, to race and to run as another user.
    .executableTarget(
      name: "StoreProbe",
      dependencies: ["Model", "Store", .product(name: "GRDB", package: "GRDB.swift")],
      path: "Tests/StoreProbe",
      swiftSettings: swiftSettings
    ),
    // Saves and asks as many agents do; built and run by scripts/server-load.
    .executableTarget(
      name: "server-probe",
      dependencies: [
        "Model", "Store", .target(name: "ServerStore", condition: .when(traits: ["PostgreSQL"])),
      ],
      path: "Tests/ServerProbe",
      exclude: ["fill.sql"],
      swiftSettings: swiftSettings
    ),
    // Loops over every state of knowledge, millions of times: worth optimising.
    .testTarget(
      name: "LawTests",
      dependencies: ["Model", "TestSupport"],
      exclude: ["Golden/altinn2.txt"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "ModelTests",
      dependencies: [
        "Model", "Store", "StoreProbe", "TestSupport",
        .target(name: "ServerStore", condition: .when(traits: ["PostgreSQL"])),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: testSettings
    ),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "Drawing", "Model", "SafeText", "Wording", "Fuzz", "TestSupport", "CTerminalKit",
      ],
      exclude: ["Frames"],
      swiftSettings: testSettings
    ),
    .testTarget(
      name: "WizardTests",
      dependencies: [
        "Wizard", "Drawing", "SafeText", "Store", "Terminal", "Wording", "TestSupport",
        "terminal-probe",
        "Fuzz",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: testSettings
    ),

    // For the tests alone; needs libvterm (Debian: libvterm-dev). `--product veiviser` leaves it out.
    .target(
      name: "CTerminalKit",
      path: "Tests/CTerminalKit",
      cSettings: cSettings,
      linkerSettings: [.linkedLibrary("vterm")]
    ),
    .target(
      name: "TestSupport",
      dependencies: [
        "Drawing", "Model", "CTerminalKit", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/TestSupport",
      swiftSettings: swiftSettings
    ),
    // Presses anything at all, in a process and on a terminal; run for long by scripts/fuzz.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Screens", "Drawing", "Model", "SafeText", "Wording", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Fuzz",
      swiftSettings: swiftSettings
    ),
    // Writes files in the form of Enhetsregisteret's open data, of any size.
    .executableTarget(
      name: "register-files",
      dependencies: ["TestSupport"],
      path: "Tests/RegisterFiles",
      swiftSettings: swiftSettings
    ),
    // The figures the project holds; built and run by scripts/bench.
    .executableTarget(
      name: "veiviser-benchmarks",
      dependencies: [
        "Model", "Screens", "Drawing", "Store", "Wording", "TestSupport", "CTerminalKit",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Benchmarks",
      exclude: ["Texts"],
      // The gate only sees that it builds.
      swiftSettings: strict ? testSettings : swiftSettings
    ),
    .executableTarget(
      name: "terminal-probe",
      dependencies: ["Terminal", "Drawing"],
      path: "Tests/TerminalProbe",
      swiftSettings: swiftSettings
    ),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
