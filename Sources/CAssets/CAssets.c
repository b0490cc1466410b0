#include "CAssets.h"

// Every file of assets/ is listed here once; AssetTests fails when a file is missing from the list
// or no longer exists. #embed puts the bytes into the program, so one file is all that is installed.
#pragma clang diagnostic ignored "-Wpre-c23-compat"

static const unsigned char nb_home[] = {
#embed "../../assets/texts/nb/home.json"
};
static const unsigned char cat_accessPackages[] = {
#embed "../../assets/catalogues/accessPackages.json"
};
static const unsigned char cat_menuPaths[] = {
#embed "../../assets/catalogues/menuPaths.json"
};
static const unsigned char cat_products[] = {
#embed "../../assets/catalogues/products.json"
};
static const unsigned char cat_registerRoles[] = {
#embed "../../assets/catalogues/registerRoles.json"
};
static const unsigned char cat_roles[] = {
#embed "../../assets/catalogues/roles.json"
};
static const unsigned char cat_services[] = {
#embed "../../assets/catalogues/services.json"
};
static const unsigned char nb_rights[] = {
#embed "../../assets/texts/nb/rights.json"
};
static const unsigned char nn_rights[] = {
#embed "../../assets/texts/nn/rights.json"
};
static const unsigned char en_rights[] = {
#embed "../../assets/texts/en/rights.json"
};

static const struct CAsset assets[] = {
    {"catalogues/accessPackages.json", cat_accessPackages, sizeof cat_accessPackages},
    {"catalogues/menuPaths.json", cat_menuPaths, sizeof cat_menuPaths},
    {"catalogues/products.json", cat_products, sizeof cat_products},
    {"catalogues/registerRoles.json", cat_registerRoles, sizeof cat_registerRoles},
    {"catalogues/roles.json", cat_roles, sizeof cat_roles},
    {"catalogues/services.json", cat_services, sizeof cat_services},
    {"texts/nb/rights.json", nb_rights, sizeof nb_rights},
    {"texts/nn/rights.json", nn_rights, sizeof nn_rights},
    {"texts/en/rights.json", en_rights, sizeof en_rights},
    {"texts/nb/home.json", nb_home, sizeof nb_home},
};

size_t cassets_count(void) { return sizeof assets / sizeof assets[0]; }

struct CAsset cassets_at(size_t index) { return assets[index]; }
