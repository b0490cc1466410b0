#include "CAssets.h"

// Written by scripts/assets. #embed puts the bytes into the program, so that one file is all that is
// installed.

static const unsigned char catalogues_accessPackages[] = {
#embed "../../assets/catalogues/accessPackages.json"
};

static const unsigned char catalogues_actions[] = {
#embed "../../assets/catalogues/actions.json"
};

static const unsigned char catalogues_codes[] = {
#embed "../../assets/catalogues/codes.json"
};

static const unsigned char catalogues_menuPaths[] = {
#embed "../../assets/catalogues/menuPaths.json"
};

static const unsigned char catalogues_messages[] = {
#embed "../../assets/catalogues/messages.json"
};

static const unsigned char catalogues_portal[] = {
#embed "../../assets/catalogues/portal.json"
};

static const unsigned char catalogues_products[] = {
#embed "../../assets/catalogues/products.json"
};

static const unsigned char catalogues_registerRoles[] = {
#embed "../../assets/catalogues/registerRoles.json"
};

static const unsigned char catalogues_retention[] = {
#embed "../../assets/catalogues/retention.json"
};

static const unsigned char catalogues_roles[] = {
#embed "../../assets/catalogues/roles.json"
};

static const unsigned char catalogues_services[] = {
#embed "../../assets/catalogues/services.json"
};

static const unsigned char catalogues_sources[] = {
#embed "../../assets/catalogues/sources.json"
};

static const unsigned char texts_en_actions[] = {
#embed "../../assets/texts/en/actions.json"
};

static const unsigned char texts_en_checkRights[] = {
#embed "../../assets/texts/en/checkRights.json"
};

static const unsigned char texts_en_codes[] = {
#embed "../../assets/texts/en/codes.json"
};

static const unsigned char texts_en_commands[] = {
#embed "../../assets/texts/en/commands.json"
};

static const unsigned char texts_en_identifiers[] = {
#embed "../../assets/texts/en/identifiers.json"
};

static const unsigned char texts_en_manual[] = {
#embed "../../assets/texts/en/manual.json"
};

static const unsigned char texts_en_messages[] = {
#embed "../../assets/texts/en/messages.json"
};

static const unsigned char texts_en_points[] = {
#embed "../../assets/texts/en/points.json"
};

static const unsigned char texts_en_portal[] = {
#embed "../../assets/texts/en/portal.json"
};

static const unsigned char texts_en_questions[] = {
#embed "../../assets/texts/en/questions.json"
};

static const unsigned char texts_en_reasons[] = {
#embed "../../assets/texts/en/reasons.json"
};

static const unsigned char texts_en_records[] = {
#embed "../../assets/texts/en/records.json"
};

static const unsigned char texts_en_registerSystem[] = {
#embed "../../assets/texts/en/registerSystem.json"
};

static const unsigned char texts_en_requestAccess[] = {
#embed "../../assets/texts/en/requestAccess.json"
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

static const unsigned char texts_en_updateLogin[] = {
#embed "../../assets/texts/en/updateLogin.json"
};

static const unsigned char texts_nb_actions[] = {
#embed "../../assets/texts/nb/actions.json"
};

static const unsigned char texts_nb_checkRights[] = {
#embed "../../assets/texts/nb/checkRights.json"
};

static const unsigned char texts_nb_codes[] = {
#embed "../../assets/texts/nb/codes.json"
};

static const unsigned char texts_nb_commands[] = {
#embed "../../assets/texts/nb/commands.json"
};

static const unsigned char texts_nb_identifiers[] = {
#embed "../../assets/texts/nb/identifiers.json"
};

static const unsigned char texts_nb_manual[] = {
#embed "../../assets/texts/nb/manual.json"
};

static const unsigned char texts_nb_messages[] = {
#embed "../../assets/texts/nb/messages.json"
};

static const unsigned char texts_nb_points[] = {
#embed "../../assets/texts/nb/points.json"
};

static const unsigned char texts_nb_portal[] = {
#embed "../../assets/texts/nb/portal.json"
};

static const unsigned char texts_nb_questions[] = {
#embed "../../assets/texts/nb/questions.json"
};

static const unsigned char texts_nb_reasons[] = {
#embed "../../assets/texts/nb/reasons.json"
};

static const unsigned char texts_nb_records[] = {
#embed "../../assets/texts/nb/records.json"
};

static const unsigned char texts_nb_registerSystem[] = {
#embed "../../assets/texts/nb/registerSystem.json"
};

static const unsigned char texts_nb_requestAccess[] = {
#embed "../../assets/texts/nb/requestAccess.json"
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

static const unsigned char texts_nb_updateLogin[] = {
#embed "../../assets/texts/nb/updateLogin.json"
};

static const unsigned char texts_nn_actions[] = {
#embed "../../assets/texts/nn/actions.json"
};

static const unsigned char texts_nn_checkRights[] = {
#embed "../../assets/texts/nn/checkRights.json"
};

static const unsigned char texts_nn_codes[] = {
#embed "../../assets/texts/nn/codes.json"
};

static const unsigned char texts_nn_commands[] = {
#embed "../../assets/texts/nn/commands.json"
};

static const unsigned char texts_nn_identifiers[] = {
#embed "../../assets/texts/nn/identifiers.json"
};

static const unsigned char texts_nn_manual[] = {
#embed "../../assets/texts/nn/manual.json"
};

static const unsigned char texts_nn_messages[] = {
#embed "../../assets/texts/nn/messages.json"
};

static const unsigned char texts_nn_points[] = {
#embed "../../assets/texts/nn/points.json"
};

static const unsigned char texts_nn_portal[] = {
#embed "../../assets/texts/nn/portal.json"
};

static const unsigned char texts_nn_questions[] = {
#embed "../../assets/texts/nn/questions.json"
};

static const unsigned char texts_nn_reasons[] = {
#embed "../../assets/texts/nn/reasons.json"
};

static const unsigned char texts_nn_records[] = {
#embed "../../assets/texts/nn/records.json"
};

static const unsigned char texts_nn_registerSystem[] = {
#embed "../../assets/texts/nn/registerSystem.json"
};

static const unsigned char texts_nn_requestAccess[] = {
#embed "../../assets/texts/nn/requestAccess.json"
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

static const unsigned char texts_nn_updateLogin[] = {
#embed "../../assets/texts/nn/updateLogin.json"
};

static const struct CAsset assets[] = {
    {"catalogues/accessPackages.json", catalogues_accessPackages, sizeof catalogues_accessPackages},
    {"catalogues/actions.json", catalogues_actions, sizeof catalogues_actions},
    {"catalogues/codes.json", catalogues_codes, sizeof catalogues_codes},
    {"catalogues/menuPaths.json", catalogues_menuPaths, sizeof catalogues_menuPaths},
    {"catalogues/messages.json", catalogues_messages, sizeof catalogues_messages},
    {"catalogues/portal.json", catalogues_portal, sizeof catalogues_portal},
    {"catalogues/products.json", catalogues_products, sizeof catalogues_products},
    {"catalogues/registerRoles.json", catalogues_registerRoles, sizeof catalogues_registerRoles},
    {"catalogues/retention.json", catalogues_retention, sizeof catalogues_retention},
    {"catalogues/roles.json", catalogues_roles, sizeof catalogues_roles},
    {"catalogues/services.json", catalogues_services, sizeof catalogues_services},
    {"catalogues/sources.json", catalogues_sources, sizeof catalogues_sources},
    {"texts/en/actions.json", texts_en_actions, sizeof texts_en_actions},
    {"texts/en/checkRights.json", texts_en_checkRights, sizeof texts_en_checkRights},
    {"texts/en/codes.json", texts_en_codes, sizeof texts_en_codes},
    {"texts/en/commands.json", texts_en_commands, sizeof texts_en_commands},
    {"texts/en/identifiers.json", texts_en_identifiers, sizeof texts_en_identifiers},
    {"texts/en/manual.json", texts_en_manual, sizeof texts_en_manual},
    {"texts/en/messages.json", texts_en_messages, sizeof texts_en_messages},
    {"texts/en/points.json", texts_en_points, sizeof texts_en_points},
    {"texts/en/portal.json", texts_en_portal, sizeof texts_en_portal},
    {"texts/en/questions.json", texts_en_questions, sizeof texts_en_questions},
    {"texts/en/reasons.json", texts_en_reasons, sizeof texts_en_reasons},
    {"texts/en/records.json", texts_en_records, sizeof texts_en_records},
    {"texts/en/registerSystem.json", texts_en_registerSystem, sizeof texts_en_registerSystem},
    {"texts/en/requestAccess.json", texts_en_requestAccess, sizeof texts_en_requestAccess},
    {"texts/en/rights.json", texts_en_rights, sizeof texts_en_rights},
    {"texts/en/screens.json", texts_en_screens, sizeof texts_en_screens},
    {"texts/en/store.json", texts_en_store, sizeof texts_en_store},
    {"texts/en/updateLogin.json", texts_en_updateLogin, sizeof texts_en_updateLogin},
    {"texts/nb/actions.json", texts_nb_actions, sizeof texts_nb_actions},
    {"texts/nb/checkRights.json", texts_nb_checkRights, sizeof texts_nb_checkRights},
    {"texts/nb/codes.json", texts_nb_codes, sizeof texts_nb_codes},
    {"texts/nb/commands.json", texts_nb_commands, sizeof texts_nb_commands},
    {"texts/nb/identifiers.json", texts_nb_identifiers, sizeof texts_nb_identifiers},
    {"texts/nb/manual.json", texts_nb_manual, sizeof texts_nb_manual},
    {"texts/nb/messages.json", texts_nb_messages, sizeof texts_nb_messages},
    {"texts/nb/points.json", texts_nb_points, sizeof texts_nb_points},
    {"texts/nb/portal.json", texts_nb_portal, sizeof texts_nb_portal},
    {"texts/nb/questions.json", texts_nb_questions, sizeof texts_nb_questions},
    {"texts/nb/reasons.json", texts_nb_reasons, sizeof texts_nb_reasons},
    {"texts/nb/records.json", texts_nb_records, sizeof texts_nb_records},
    {"texts/nb/registerSystem.json", texts_nb_registerSystem, sizeof texts_nb_registerSystem},
    {"texts/nb/requestAccess.json", texts_nb_requestAccess, sizeof texts_nb_requestAccess},
    {"texts/nb/rights.json", texts_nb_rights, sizeof texts_nb_rights},
    {"texts/nb/screens.json", texts_nb_screens, sizeof texts_nb_screens},
    {"texts/nb/store.json", texts_nb_store, sizeof texts_nb_store},
    {"texts/nb/updateLogin.json", texts_nb_updateLogin, sizeof texts_nb_updateLogin},
    {"texts/nn/actions.json", texts_nn_actions, sizeof texts_nn_actions},
    {"texts/nn/checkRights.json", texts_nn_checkRights, sizeof texts_nn_checkRights},
    {"texts/nn/codes.json", texts_nn_codes, sizeof texts_nn_codes},
    {"texts/nn/commands.json", texts_nn_commands, sizeof texts_nn_commands},
    {"texts/nn/identifiers.json", texts_nn_identifiers, sizeof texts_nn_identifiers},
    {"texts/nn/manual.json", texts_nn_manual, sizeof texts_nn_manual},
    {"texts/nn/messages.json", texts_nn_messages, sizeof texts_nn_messages},
    {"texts/nn/points.json", texts_nn_points, sizeof texts_nn_points},
    {"texts/nn/portal.json", texts_nn_portal, sizeof texts_nn_portal},
    {"texts/nn/questions.json", texts_nn_questions, sizeof texts_nn_questions},
    {"texts/nn/reasons.json", texts_nn_reasons, sizeof texts_nn_reasons},
    {"texts/nn/records.json", texts_nn_records, sizeof texts_nn_records},
    {"texts/nn/registerSystem.json", texts_nn_registerSystem, sizeof texts_nn_registerSystem},
    {"texts/nn/requestAccess.json", texts_nn_requestAccess, sizeof texts_nn_requestAccess},
    {"texts/nn/rights.json", texts_nn_rights, sizeof texts_nn_rights},
    {"texts/nn/screens.json", texts_nn_screens, sizeof texts_nn_screens},
    {"texts/nn/store.json", texts_nn_store, sizeof texts_nn_store},
    {"texts/nn/updateLogin.json", texts_nn_updateLogin, sizeof texts_nn_updateLogin},
};

size_t cassets_count(void) { return sizeof assets / sizeof assets[0]; }

struct CAsset cassets_at(size_t index) { return assets[index]; }
