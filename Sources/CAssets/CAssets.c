#include "CAssets.h"

// Every file of assets/ is listed here once; AssetTests fails when a file is missing from the list
// or no longer exists. #embed puts the bytes into the program, so one file is all that is installed.
#pragma clang diagnostic ignored "-Wpre-c23-compat"

static const unsigned char nb_home[] = {
#embed "../../assets/texts/nb/home.json"
};

static const unsigned char actions[] = {
#embed "../../assets/catalogues/actions.json"
};

static const struct CAsset assets[] = {
    {"catalogues/actions.json", actions, sizeof actions},
    {"texts/nb/home.json", nb_home, sizeof nb_home},
};

size_t cassets_count(void) { return sizeof assets / sizeof assets[0]; }

struct CAsset cassets_at(size_t index) { return assets[index]; }
