#include "CAssets.h"

// Written by scripts/assets. #embed puts the bytes into the program, so that one file is all that is
// installed.

static const unsigned char catalogues_accessPackages[] = {
#embed "../../assets/catalogues/accessPackages.json"
};

static const unsigned char catalogues_actions[] = {
#embed "../../assets/catalogues/actions.json"
};

static const unsigned char catalogues_menuPaths[] = {
#embed "../../assets/catalogues/menuPaths.json"
};

static const unsigned char catalogues_products[] = {
#embed "../../assets/catalogues/products.json"
};

static const unsigned char catalogues_registerRoles[] = {
#embed "../../assets/catalogues/registerRoles.json"
};

static const unsigned char catalogues_roles[] = {
#embed "../../assets/catalogues/roles.json"
};

static const unsigned char catalogues_services[] = {
#embed "../../assets/catalogues/services.json"
};

static const unsigned char texts_en_rights[] = {
#embed "../../assets/texts/en/rights.json"
};

static const unsigned char texts_en_screens[] = {
#embed "../../assets/texts/en/screens.json"
};

static const unsigned char texts_en_store[] = {
#embed "../../assets/texts/en/store.json"
};

static const unsigned char texts_nb_rights[] = {
#embed "../../assets/texts/nb/rights.json"
};

static const unsigned char texts_nb_screens[] = {
#embed "../../assets/texts/nb/screens.json"
};

static const unsigned char texts_nb_store[] = {
#embed "../../assets/texts/nb/store.json"
};

static const unsigned char texts_nn_rights[] = {
#embed "../../assets/texts/nn/rights.json"
};

static const unsigned char texts_nn_screens[] = {
#embed "../../assets/texts/nn/screens.json"
};

static const unsigned char texts_nn_store[] = {
#embed "../../assets/texts/nn/store.json"
};

static const struct CAsset assets[] = {
    {"catalogues/accessPackages.json", catalogues_accessPackages, sizeof catalogues_accessPackages},
    {"catalogues/actions.json", catalogues_actions, sizeof catalogues_actions},
    {"catalogues/menuPaths.json", catalogues_menuPaths, sizeof catalogues_menuPaths},
    {"catalogues/products.json", catalogues_products, sizeof catalogues_products},
    {"catalogues/registerRoles.json", catalogues_registerRoles, sizeof catalogues_registerRoles},
    {"catalogues/roles.json", catalogues_roles, sizeof catalogues_roles},
    {"catalogues/services.json", catalogues_services, sizeof catalogues_services},
    {"texts/en/rights.json", texts_en_rights, sizeof texts_en_rights},
    {"texts/en/screens.json", texts_en_screens, sizeof texts_en_screens},
    {"texts/en/store.json", texts_en_store, sizeof texts_en_store},
    {"texts/nb/rights.json", texts_nb_rights, sizeof texts_nb_rights},
    {"texts/nb/screens.json", texts_nb_screens, sizeof texts_nb_screens},
    {"texts/nb/store.json", texts_nb_store, sizeof texts_nb_store},
    {"texts/nn/rights.json", texts_nn_rights, sizeof texts_nn_rights},
    {"texts/nn/screens.json", texts_nn_screens, sizeof texts_nn_screens},
    {"texts/nn/store.json", texts_nn_store, sizeof texts_nn_store},
};

size_t cassets_count(void) { return sizeof assets / sizeof assets[0]; }

struct CAsset cassets_at(size_t index) { return assets[index]; }
