#include "CAssets.h"

// Every file of assets/ is listed here once; AssetTests fails when a file is missing from the list
// or no longer exists. #embed puts the bytes into the program, so one file is all that is installed.
#pragma clang diagnostic ignored "-Wpre-c23-compat"

static const unsigned char nb_home[] = {
#embed "../../assets/texts/nb/home.json"
};

static const unsigned char catalogue_codes[] = {
#embed "../../assets/catalogues/codes.json"
};

static const unsigned char catalogue_messages[] = {
#embed "../../assets/catalogues/messages.json"
};

static const unsigned char catalogue_portal[] = {
#embed "../../assets/catalogues/portal.json"
};

static const unsigned char nb_codes[] = {
#embed "../../assets/texts/nb/codes.json"
};

static const unsigned char nb_identifiers[] = {
#embed "../../assets/texts/nb/identifiers.json"
};

static const unsigned char nb_messages[] = {
#embed "../../assets/texts/nb/messages.json"
};

static const unsigned char nb_portal[] = {
#embed "../../assets/texts/nb/portal.json"
};

static const unsigned char nn_codes[] = {
#embed "../../assets/texts/nn/codes.json"
};

static const unsigned char nn_identifiers[] = {
#embed "../../assets/texts/nn/identifiers.json"
};

static const unsigned char nn_messages[] = {
#embed "../../assets/texts/nn/messages.json"
};

static const unsigned char nn_portal[] = {
#embed "../../assets/texts/nn/portal.json"
};

static const unsigned char en_codes[] = {
#embed "../../assets/texts/en/codes.json"
};

static const unsigned char en_identifiers[] = {
#embed "../../assets/texts/en/identifiers.json"
};

static const unsigned char en_messages[] = {
#embed "../../assets/texts/en/messages.json"
};

static const unsigned char en_portal[] = {
#embed "../../assets/texts/en/portal.json"
};

static const struct CAsset assets[] = {
    {"texts/nb/home.json", nb_home, sizeof nb_home},
    {"catalogues/codes.json", catalogue_codes, sizeof catalogue_codes},
    {"catalogues/messages.json", catalogue_messages, sizeof catalogue_messages},
    {"catalogues/portal.json", catalogue_portal, sizeof catalogue_portal},
    {"texts/nb/codes.json", nb_codes, sizeof nb_codes},
    {"texts/nb/identifiers.json", nb_identifiers, sizeof nb_identifiers},
    {"texts/nb/messages.json", nb_messages, sizeof nb_messages},
    {"texts/nb/portal.json", nb_portal, sizeof nb_portal},
    {"texts/nn/codes.json", nn_codes, sizeof nn_codes},
    {"texts/nn/identifiers.json", nn_identifiers, sizeof nn_identifiers},
    {"texts/nn/messages.json", nn_messages, sizeof nn_messages},
    {"texts/nn/portal.json", nn_portal, sizeof nn_portal},
    {"texts/en/codes.json", en_codes, sizeof en_codes},
    {"texts/en/identifiers.json", en_identifiers, sizeof en_identifiers},
    {"texts/en/messages.json", en_messages, sizeof en_messages},
    {"texts/en/portal.json", en_portal, sizeof en_portal},
};

size_t cassets_count(void) { return sizeof assets / sizeof assets[0]; }

struct CAsset cassets_at(size_t index) { return assets[index]; }
