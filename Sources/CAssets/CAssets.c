#include "CAssets.h"

// Every file of assets/ is listed here once; AssetTests fails when a file is missing from the list
// or no longer exists. #embed puts the bytes into the program, so one file is all that is installed.
#pragma clang diagnostic ignored "-Wpre-c23-compat"

static const unsigned char nb_home[] = {
#embed "../../assets/texts/nb/home.json"
};

static const unsigned char nb_store[] = {
#embed "../../assets/texts/nb/store.json"
};

static const unsigned char nn_store[] = {
#embed "../../assets/texts/nn/store.json"
};

static const unsigned char en_store[] = {
#embed "../../assets/texts/en/store.json"
};

static const struct CAsset assets[] = {
    {"texts/nb/home.json", nb_home, sizeof nb_home},
    {"texts/nb/store.json", nb_store, sizeof nb_store},
    {"texts/nn/store.json", nn_store, sizeof nn_store},
    {"texts/en/store.json", en_store, sizeof en_store},
};

size_t cassets_count(void) { return sizeof assets / sizeof assets[0]; }

struct CAsset cassets_at(size_t index) { return assets[index]; }
