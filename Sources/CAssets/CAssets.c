#include "CAssets.h"

// Written by scripts/assets. #embed puts the bytes into the program, so that one file is all that is
// installed.

static const unsigned char catalogues_altinn2_actions[] = {
#embed "../../assets/catalogues/altinn2/actions.json"
};

static const unsigned char catalogues_altinn2_codes[] = {
#embed "../../assets/catalogues/altinn2/codes.json"
};

static const unsigned char catalogues_altinn2_menuPaths[] = {
#embed "../../assets/catalogues/altinn2/menuPaths.json"
};

static const unsigned char catalogues_altinn2_messages[] = {
#embed "../../assets/catalogues/altinn2/messages.json"
};

static const unsigned char catalogues_altinn2_portal[] = {
#embed "../../assets/catalogues/altinn2/portal.json"
};

static const unsigned char catalogues_altinn2_products[] = {
#embed "../../assets/catalogues/altinn2/products.json"
};

static const unsigned char catalogues_altinn2_registerRoles[] = {
#embed "../../assets/catalogues/altinn2/registerRoles.json"
};

static const unsigned char catalogues_altinn2_roles[] = {
#embed "../../assets/catalogues/altinn2/roles.json"
};

static const unsigned char catalogues_altinn2_services[] = {
#embed "../../assets/catalogues/altinn2/services.json"
};

static const unsigned char catalogues_altinn2_symptoms[] = {
#embed "../../assets/catalogues/altinn2/symptoms.json"
};

static const unsigned char catalogues_altinn2_training[] = {
#embed "../../assets/catalogues/altinn2/training.json"
};

static const unsigned char catalogues_altinn3_accessPackages[] = {
#embed "../../assets/catalogues/altinn3/accessPackages.json"
};

static const unsigned char catalogues_altinn3_actions[] = {
#embed "../../assets/catalogues/altinn3/actions.json"
};

static const unsigned char catalogues_altinn3_codes[] = {
#embed "../../assets/catalogues/altinn3/codes.json"
};

static const unsigned char catalogues_altinn3_expiries[] = {
#embed "../../assets/catalogues/altinn3/expiries.json"
};

static const unsigned char catalogues_altinn3_menuPaths[] = {
#embed "../../assets/catalogues/altinn3/menuPaths.json"
};

static const unsigned char catalogues_altinn3_oldRoles[] = {
#embed "../../assets/catalogues/altinn3/oldRoles.json"
};

static const unsigned char catalogues_altinn3_portal[] = {
#embed "../../assets/catalogues/altinn3/portal.json"
};

static const unsigned char catalogues_altinn3_products[] = {
#embed "../../assets/catalogues/altinn3/products.json"
};

static const unsigned char catalogues_altinn3_services[] = {
#embed "../../assets/catalogues/altinn3/services.json"
};

static const unsigned char catalogues_altinn3_symptoms[] = {
#embed "../../assets/catalogues/altinn3/symptoms.json"
};

static const unsigned char catalogues_altinn3_training[] = {
#embed "../../assets/catalogues/altinn3/training.json"
};

static const unsigned char catalogues_common_bestBefore[] = {
#embed "../../assets/catalogues/common/bestBefore.json"
};

static const unsigned char catalogues_common_retention[] = {
#embed "../../assets/catalogues/common/retention.json"
};

static const unsigned char catalogues_common_sources[] = {
#embed "../../assets/catalogues/common/sources.json"
};

static const unsigned char phrases_en[] = {
#embed "../../assets/phrases/en.json"
};

static const unsigned char phrases_nb[] = {
#embed "../../assets/phrases/nb.json"
};

static const unsigned char phrases_nn[] = {
#embed "../../assets/phrases/nn.json"
};

static const unsigned char phrases_words[] = {
#embed "../../assets/phrases/words.json"
};

static const unsigned char texts_en_altinn2_actions[] = {
#embed "../../assets/texts/en/altinn2/actions.json"
};

static const unsigned char texts_en_altinn2_checkRights[] = {
#embed "../../assets/texts/en/altinn2/checkRights.json"
};

static const unsigned char texts_en_altinn2_codes[] = {
#embed "../../assets/texts/en/altinn2/codes.json"
};

static const unsigned char texts_en_altinn2_messages[] = {
#embed "../../assets/texts/en/altinn2/messages.json"
};

static const unsigned char texts_en_altinn2_points[] = {
#embed "../../assets/texts/en/altinn2/points.json"
};

static const unsigned char texts_en_altinn2_portal[] = {
#embed "../../assets/texts/en/altinn2/portal.json"
};

static const unsigned char texts_en_altinn2_questions[] = {
#embed "../../assets/texts/en/altinn2/questions.json"
};

static const unsigned char texts_en_altinn2_reasons[] = {
#embed "../../assets/texts/en/altinn2/reasons.json"
};

static const unsigned char texts_en_altinn2_registerSystem[] = {
#embed "../../assets/texts/en/altinn2/registerSystem.json"
};

static const unsigned char texts_en_altinn2_requestAccess[] = {
#embed "../../assets/texts/en/altinn2/requestAccess.json"
};

static const unsigned char texts_en_altinn2_rights[] = {
#embed "../../assets/texts/en/altinn2/rights.json"
};

static const unsigned char texts_en_altinn2_spoken[] = {
#embed "../../assets/texts/en/altinn2/spoken.json"
};

static const unsigned char texts_en_altinn2_updateLogin[] = {
#embed "../../assets/texts/en/altinn2/updateLogin.json"
};

static const unsigned char texts_en_altinn3_actions[] = {
#embed "../../assets/texts/en/altinn3/actions.json"
};

static const unsigned char texts_en_altinn3_checkFullmakt[] = {
#embed "../../assets/texts/en/altinn3/checkFullmakt.json"
};

static const unsigned char texts_en_altinn3_codes[] = {
#embed "../../assets/texts/en/altinn3/codes.json"
};

static const unsigned char texts_en_altinn3_connectProgram[] = {
#embed "../../assets/texts/en/altinn3/connectProgram.json"
};

static const unsigned char texts_en_altinn3_findFault[] = {
#embed "../../assets/texts/en/altinn3/findFault.json"
};

static const unsigned char texts_en_altinn3_logInToday[] = {
#embed "../../assets/texts/en/altinn3/logInToday.json"
};

static const unsigned char texts_en_altinn3_points[] = {
#embed "../../assets/texts/en/altinn3/points.json"
};

static const unsigned char texts_en_altinn3_portal[] = {
#embed "../../assets/texts/en/altinn3/portal.json"
};

static const unsigned char texts_en_altinn3_questions[] = {
#embed "../../assets/texts/en/altinn3/questions.json"
};

static const unsigned char texts_en_altinn3_reasons[] = {
#embed "../../assets/texts/en/altinn3/reasons.json"
};

static const unsigned char texts_en_altinn3_requestFullmakt[] = {
#embed "../../assets/texts/en/altinn3/requestFullmakt.json"
};

static const unsigned char texts_en_altinn3_rights[] = {
#embed "../../assets/texts/en/altinn3/rights.json"
};

static const unsigned char texts_en_altinn3_spoken[] = {
#embed "../../assets/texts/en/altinn3/spoken.json"
};

static const unsigned char texts_en_common_class[] = {
#embed "../../assets/texts/en/common/class.json"
};

static const unsigned char texts_en_common_commands[] = {
#embed "../../assets/texts/en/common/commands.json"
};

static const unsigned char texts_en_common_desk[] = {
#embed "../../assets/texts/en/common/desk.json"
};

static const unsigned char texts_en_common_deskScreens[] = {
#embed "../../assets/texts/en/common/deskScreens.json"
};

static const unsigned char texts_en_common_identifiers[] = {
#embed "../../assets/texts/en/common/identifiers.json"
};

static const unsigned char texts_en_common_manual[] = {
#embed "../../assets/texts/en/common/manual.json"
};

static const unsigned char texts_en_common_portals[] = {
#embed "../../assets/texts/en/common/portals.json"
};

static const unsigned char texts_en_common_questions[] = {
#embed "../../assets/texts/en/common/questions.json"
};

static const unsigned char texts_en_common_records[] = {
#embed "../../assets/texts/en/common/records.json"
};

static const unsigned char texts_en_common_register[] = {
#embed "../../assets/texts/en/common/register.json"
};

static const unsigned char texts_en_common_screens[] = {
#embed "../../assets/texts/en/common/screens.json"
};

static const unsigned char texts_en_common_spoken[] = {
#embed "../../assets/texts/en/common/spoken.json"
};

static const unsigned char texts_en_common_store[] = {
#embed "../../assets/texts/en/common/store.json"
};

static const unsigned char texts_en_common_train[] = {
#embed "../../assets/texts/en/common/train.json"
};

static const unsigned char texts_en_common_verdicts[] = {
#embed "../../assets/texts/en/common/verdicts.json"
};

static const unsigned char texts_en_home_home[] = {
#embed "../../assets/texts/en/home/home.json"
};

static const unsigned char texts_nb_altinn2_actions[] = {
#embed "../../assets/texts/nb/altinn2/actions.json"
};

static const unsigned char texts_nb_altinn2_checkRights[] = {
#embed "../../assets/texts/nb/altinn2/checkRights.json"
};

static const unsigned char texts_nb_altinn2_codes[] = {
#embed "../../assets/texts/nb/altinn2/codes.json"
};

static const unsigned char texts_nb_altinn2_messages[] = {
#embed "../../assets/texts/nb/altinn2/messages.json"
};

static const unsigned char texts_nb_altinn2_points[] = {
#embed "../../assets/texts/nb/altinn2/points.json"
};

static const unsigned char texts_nb_altinn2_portal[] = {
#embed "../../assets/texts/nb/altinn2/portal.json"
};

static const unsigned char texts_nb_altinn2_questions[] = {
#embed "../../assets/texts/nb/altinn2/questions.json"
};

static const unsigned char texts_nb_altinn2_reasons[] = {
#embed "../../assets/texts/nb/altinn2/reasons.json"
};

static const unsigned char texts_nb_altinn2_registerSystem[] = {
#embed "../../assets/texts/nb/altinn2/registerSystem.json"
};

static const unsigned char texts_nb_altinn2_requestAccess[] = {
#embed "../../assets/texts/nb/altinn2/requestAccess.json"
};

static const unsigned char texts_nb_altinn2_rights[] = {
#embed "../../assets/texts/nb/altinn2/rights.json"
};

static const unsigned char texts_nb_altinn2_spoken[] = {
#embed "../../assets/texts/nb/altinn2/spoken.json"
};

static const unsigned char texts_nb_altinn2_updateLogin[] = {
#embed "../../assets/texts/nb/altinn2/updateLogin.json"
};

static const unsigned char texts_nb_altinn3_actions[] = {
#embed "../../assets/texts/nb/altinn3/actions.json"
};

static const unsigned char texts_nb_altinn3_checkFullmakt[] = {
#embed "../../assets/texts/nb/altinn3/checkFullmakt.json"
};

static const unsigned char texts_nb_altinn3_codes[] = {
#embed "../../assets/texts/nb/altinn3/codes.json"
};

static const unsigned char texts_nb_altinn3_connectProgram[] = {
#embed "../../assets/texts/nb/altinn3/connectProgram.json"
};

static const unsigned char texts_nb_altinn3_findFault[] = {
#embed "../../assets/texts/nb/altinn3/findFault.json"
};

static const unsigned char texts_nb_altinn3_logInToday[] = {
#embed "../../assets/texts/nb/altinn3/logInToday.json"
};

static const unsigned char texts_nb_altinn3_points[] = {
#embed "../../assets/texts/nb/altinn3/points.json"
};

static const unsigned char texts_nb_altinn3_portal[] = {
#embed "../../assets/texts/nb/altinn3/portal.json"
};

static const unsigned char texts_nb_altinn3_questions[] = {
#embed "../../assets/texts/nb/altinn3/questions.json"
};

static const unsigned char texts_nb_altinn3_reasons[] = {
#embed "../../assets/texts/nb/altinn3/reasons.json"
};

static const unsigned char texts_nb_altinn3_requestFullmakt[] = {
#embed "../../assets/texts/nb/altinn3/requestFullmakt.json"
};

static const unsigned char texts_nb_altinn3_rights[] = {
#embed "../../assets/texts/nb/altinn3/rights.json"
};

static const unsigned char texts_nb_altinn3_spoken[] = {
#embed "../../assets/texts/nb/altinn3/spoken.json"
};

static const unsigned char texts_nb_common_class[] = {
#embed "../../assets/texts/nb/common/class.json"
};

static const unsigned char texts_nb_common_commands[] = {
#embed "../../assets/texts/nb/common/commands.json"
};

static const unsigned char texts_nb_common_desk[] = {
#embed "../../assets/texts/nb/common/desk.json"
};

static const unsigned char texts_nb_common_deskScreens[] = {
#embed "../../assets/texts/nb/common/deskScreens.json"
};

static const unsigned char texts_nb_common_identifiers[] = {
#embed "../../assets/texts/nb/common/identifiers.json"
};

static const unsigned char texts_nb_common_manual[] = {
#embed "../../assets/texts/nb/common/manual.json"
};

static const unsigned char texts_nb_common_portals[] = {
#embed "../../assets/texts/nb/common/portals.json"
};

static const unsigned char texts_nb_common_questions[] = {
#embed "../../assets/texts/nb/common/questions.json"
};

static const unsigned char texts_nb_common_records[] = {
#embed "../../assets/texts/nb/common/records.json"
};

static const unsigned char texts_nb_common_register[] = {
#embed "../../assets/texts/nb/common/register.json"
};

static const unsigned char texts_nb_common_screens[] = {
#embed "../../assets/texts/nb/common/screens.json"
};

static const unsigned char texts_nb_common_spoken[] = {
#embed "../../assets/texts/nb/common/spoken.json"
};

static const unsigned char texts_nb_common_store[] = {
#embed "../../assets/texts/nb/common/store.json"
};

static const unsigned char texts_nb_common_train[] = {
#embed "../../assets/texts/nb/common/train.json"
};

static const unsigned char texts_nb_common_verdicts[] = {
#embed "../../assets/texts/nb/common/verdicts.json"
};

static const unsigned char texts_nb_home_home[] = {
#embed "../../assets/texts/nb/home/home.json"
};

static const unsigned char texts_nn_altinn2_actions[] = {
#embed "../../assets/texts/nn/altinn2/actions.json"
};

static const unsigned char texts_nn_altinn2_checkRights[] = {
#embed "../../assets/texts/nn/altinn2/checkRights.json"
};

static const unsigned char texts_nn_altinn2_codes[] = {
#embed "../../assets/texts/nn/altinn2/codes.json"
};

static const unsigned char texts_nn_altinn2_messages[] = {
#embed "../../assets/texts/nn/altinn2/messages.json"
};

static const unsigned char texts_nn_altinn2_points[] = {
#embed "../../assets/texts/nn/altinn2/points.json"
};

static const unsigned char texts_nn_altinn2_portal[] = {
#embed "../../assets/texts/nn/altinn2/portal.json"
};

static const unsigned char texts_nn_altinn2_questions[] = {
#embed "../../assets/texts/nn/altinn2/questions.json"
};

static const unsigned char texts_nn_altinn2_reasons[] = {
#embed "../../assets/texts/nn/altinn2/reasons.json"
};

static const unsigned char texts_nn_altinn2_registerSystem[] = {
#embed "../../assets/texts/nn/altinn2/registerSystem.json"
};

static const unsigned char texts_nn_altinn2_requestAccess[] = {
#embed "../../assets/texts/nn/altinn2/requestAccess.json"
};

static const unsigned char texts_nn_altinn2_rights[] = {
#embed "../../assets/texts/nn/altinn2/rights.json"
};

static const unsigned char texts_nn_altinn2_spoken[] = {
#embed "../../assets/texts/nn/altinn2/spoken.json"
};

static const unsigned char texts_nn_altinn2_updateLogin[] = {
#embed "../../assets/texts/nn/altinn2/updateLogin.json"
};

static const unsigned char texts_nn_altinn3_actions[] = {
#embed "../../assets/texts/nn/altinn3/actions.json"
};

static const unsigned char texts_nn_altinn3_checkFullmakt[] = {
#embed "../../assets/texts/nn/altinn3/checkFullmakt.json"
};

static const unsigned char texts_nn_altinn3_codes[] = {
#embed "../../assets/texts/nn/altinn3/codes.json"
};

static const unsigned char texts_nn_altinn3_connectProgram[] = {
#embed "../../assets/texts/nn/altinn3/connectProgram.json"
};

static const unsigned char texts_nn_altinn3_findFault[] = {
#embed "../../assets/texts/nn/altinn3/findFault.json"
};

static const unsigned char texts_nn_altinn3_logInToday[] = {
#embed "../../assets/texts/nn/altinn3/logInToday.json"
};

static const unsigned char texts_nn_altinn3_points[] = {
#embed "../../assets/texts/nn/altinn3/points.json"
};

static const unsigned char texts_nn_altinn3_portal[] = {
#embed "../../assets/texts/nn/altinn3/portal.json"
};

static const unsigned char texts_nn_altinn3_questions[] = {
#embed "../../assets/texts/nn/altinn3/questions.json"
};

static const unsigned char texts_nn_altinn3_reasons[] = {
#embed "../../assets/texts/nn/altinn3/reasons.json"
};

static const unsigned char texts_nn_altinn3_requestFullmakt[] = {
#embed "../../assets/texts/nn/altinn3/requestFullmakt.json"
};

static const unsigned char texts_nn_altinn3_rights[] = {
#embed "../../assets/texts/nn/altinn3/rights.json"
};

static const unsigned char texts_nn_altinn3_spoken[] = {
#embed "../../assets/texts/nn/altinn3/spoken.json"
};

static const unsigned char texts_nn_common_class[] = {
#embed "../../assets/texts/nn/common/class.json"
};

static const unsigned char texts_nn_common_commands[] = {
#embed "../../assets/texts/nn/common/commands.json"
};

static const unsigned char texts_nn_common_desk[] = {
#embed "../../assets/texts/nn/common/desk.json"
};

static const unsigned char texts_nn_common_deskScreens[] = {
#embed "../../assets/texts/nn/common/deskScreens.json"
};

static const unsigned char texts_nn_common_identifiers[] = {
#embed "../../assets/texts/nn/common/identifiers.json"
};

static const unsigned char texts_nn_common_manual[] = {
#embed "../../assets/texts/nn/common/manual.json"
};

static const unsigned char texts_nn_common_portals[] = {
#embed "../../assets/texts/nn/common/portals.json"
};

static const unsigned char texts_nn_common_questions[] = {
#embed "../../assets/texts/nn/common/questions.json"
};

static const unsigned char texts_nn_common_records[] = {
#embed "../../assets/texts/nn/common/records.json"
};

static const unsigned char texts_nn_common_register[] = {
#embed "../../assets/texts/nn/common/register.json"
};

static const unsigned char texts_nn_common_screens[] = {
#embed "../../assets/texts/nn/common/screens.json"
};

static const unsigned char texts_nn_common_spoken[] = {
#embed "../../assets/texts/nn/common/spoken.json"
};

static const unsigned char texts_nn_common_store[] = {
#embed "../../assets/texts/nn/common/store.json"
};

static const unsigned char texts_nn_common_train[] = {
#embed "../../assets/texts/nn/common/train.json"
};

static const unsigned char texts_nn_common_verdicts[] = {
#embed "../../assets/texts/nn/common/verdicts.json"
};

static const unsigned char texts_nn_home_home[] = {
#embed "../../assets/texts/nn/home/home.json"
};

static const struct CAsset assets[] = {
    {"catalogues/altinn2/actions.json", catalogues_altinn2_actions, sizeof catalogues_altinn2_actions},
    {"catalogues/altinn2/codes.json", catalogues_altinn2_codes, sizeof catalogues_altinn2_codes},
    {"catalogues/altinn2/menuPaths.json", catalogues_altinn2_menuPaths, sizeof catalogues_altinn2_menuPaths},
    {"catalogues/altinn2/messages.json", catalogues_altinn2_messages, sizeof catalogues_altinn2_messages},
    {"catalogues/altinn2/portal.json", catalogues_altinn2_portal, sizeof catalogues_altinn2_portal},
    {"catalogues/altinn2/products.json", catalogues_altinn2_products, sizeof catalogues_altinn2_products},
    {"catalogues/altinn2/registerRoles.json", catalogues_altinn2_registerRoles, sizeof catalogues_altinn2_registerRoles},
    {"catalogues/altinn2/roles.json", catalogues_altinn2_roles, sizeof catalogues_altinn2_roles},
    {"catalogues/altinn2/services.json", catalogues_altinn2_services, sizeof catalogues_altinn2_services},
    {"catalogues/altinn2/symptoms.json", catalogues_altinn2_symptoms, sizeof catalogues_altinn2_symptoms},
    {"catalogues/altinn2/training.json", catalogues_altinn2_training, sizeof catalogues_altinn2_training},
    {"catalogues/altinn3/accessPackages.json", catalogues_altinn3_accessPackages, sizeof catalogues_altinn3_accessPackages},
    {"catalogues/altinn3/actions.json", catalogues_altinn3_actions, sizeof catalogues_altinn3_actions},
    {"catalogues/altinn3/codes.json", catalogues_altinn3_codes, sizeof catalogues_altinn3_codes},
    {"catalogues/altinn3/expiries.json", catalogues_altinn3_expiries, sizeof catalogues_altinn3_expiries},
    {"catalogues/altinn3/menuPaths.json", catalogues_altinn3_menuPaths, sizeof catalogues_altinn3_menuPaths},
    {"catalogues/altinn3/oldRoles.json", catalogues_altinn3_oldRoles, sizeof catalogues_altinn3_oldRoles},
    {"catalogues/altinn3/portal.json", catalogues_altinn3_portal, sizeof catalogues_altinn3_portal},
    {"catalogues/altinn3/products.json", catalogues_altinn3_products, sizeof catalogues_altinn3_products},
    {"catalogues/altinn3/services.json", catalogues_altinn3_services, sizeof catalogues_altinn3_services},
    {"catalogues/altinn3/symptoms.json", catalogues_altinn3_symptoms, sizeof catalogues_altinn3_symptoms},
    {"catalogues/altinn3/training.json", catalogues_altinn3_training, sizeof catalogues_altinn3_training},
    {"catalogues/common/bestBefore.json", catalogues_common_bestBefore, sizeof catalogues_common_bestBefore},
    {"catalogues/common/retention.json", catalogues_common_retention, sizeof catalogues_common_retention},
    {"catalogues/common/sources.json", catalogues_common_sources, sizeof catalogues_common_sources},
    {"phrases/en.json", phrases_en, sizeof phrases_en},
    {"phrases/nb.json", phrases_nb, sizeof phrases_nb},
    {"phrases/nn.json", phrases_nn, sizeof phrases_nn},
    {"phrases/words.json", phrases_words, sizeof phrases_words},
    {"texts/en/altinn2/actions.json", texts_en_altinn2_actions, sizeof texts_en_altinn2_actions},
    {"texts/en/altinn2/checkRights.json", texts_en_altinn2_checkRights, sizeof texts_en_altinn2_checkRights},
    {"texts/en/altinn2/codes.json", texts_en_altinn2_codes, sizeof texts_en_altinn2_codes},
    {"texts/en/altinn2/messages.json", texts_en_altinn2_messages, sizeof texts_en_altinn2_messages},
    {"texts/en/altinn2/points.json", texts_en_altinn2_points, sizeof texts_en_altinn2_points},
    {"texts/en/altinn2/portal.json", texts_en_altinn2_portal, sizeof texts_en_altinn2_portal},
    {"texts/en/altinn2/questions.json", texts_en_altinn2_questions, sizeof texts_en_altinn2_questions},
    {"texts/en/altinn2/reasons.json", texts_en_altinn2_reasons, sizeof texts_en_altinn2_reasons},
    {"texts/en/altinn2/registerSystem.json", texts_en_altinn2_registerSystem, sizeof texts_en_altinn2_registerSystem},
    {"texts/en/altinn2/requestAccess.json", texts_en_altinn2_requestAccess, sizeof texts_en_altinn2_requestAccess},
    {"texts/en/altinn2/rights.json", texts_en_altinn2_rights, sizeof texts_en_altinn2_rights},
    {"texts/en/altinn2/spoken.json", texts_en_altinn2_spoken, sizeof texts_en_altinn2_spoken},
    {"texts/en/altinn2/updateLogin.json", texts_en_altinn2_updateLogin, sizeof texts_en_altinn2_updateLogin},
    {"texts/en/altinn3/actions.json", texts_en_altinn3_actions, sizeof texts_en_altinn3_actions},
    {"texts/en/altinn3/checkFullmakt.json", texts_en_altinn3_checkFullmakt, sizeof texts_en_altinn3_checkFullmakt},
    {"texts/en/altinn3/codes.json", texts_en_altinn3_codes, sizeof texts_en_altinn3_codes},
    {"texts/en/altinn3/connectProgram.json", texts_en_altinn3_connectProgram, sizeof texts_en_altinn3_connectProgram},
    {"texts/en/altinn3/findFault.json", texts_en_altinn3_findFault, sizeof texts_en_altinn3_findFault},
    {"texts/en/altinn3/logInToday.json", texts_en_altinn3_logInToday, sizeof texts_en_altinn3_logInToday},
    {"texts/en/altinn3/points.json", texts_en_altinn3_points, sizeof texts_en_altinn3_points},
    {"texts/en/altinn3/portal.json", texts_en_altinn3_portal, sizeof texts_en_altinn3_portal},
    {"texts/en/altinn3/questions.json", texts_en_altinn3_questions, sizeof texts_en_altinn3_questions},
    {"texts/en/altinn3/reasons.json", texts_en_altinn3_reasons, sizeof texts_en_altinn3_reasons},
    {"texts/en/altinn3/requestFullmakt.json", texts_en_altinn3_requestFullmakt, sizeof texts_en_altinn3_requestFullmakt},
    {"texts/en/altinn3/rights.json", texts_en_altinn3_rights, sizeof texts_en_altinn3_rights},
    {"texts/en/altinn3/spoken.json", texts_en_altinn3_spoken, sizeof texts_en_altinn3_spoken},
    {"texts/en/common/class.json", texts_en_common_class, sizeof texts_en_common_class},
    {"texts/en/common/commands.json", texts_en_common_commands, sizeof texts_en_common_commands},
    {"texts/en/common/desk.json", texts_en_common_desk, sizeof texts_en_common_desk},
    {"texts/en/common/deskScreens.json", texts_en_common_deskScreens, sizeof texts_en_common_deskScreens},
    {"texts/en/common/identifiers.json", texts_en_common_identifiers, sizeof texts_en_common_identifiers},
    {"texts/en/common/manual.json", texts_en_common_manual, sizeof texts_en_common_manual},
    {"texts/en/common/portals.json", texts_en_common_portals, sizeof texts_en_common_portals},
    {"texts/en/common/questions.json", texts_en_common_questions, sizeof texts_en_common_questions},
    {"texts/en/common/records.json", texts_en_common_records, sizeof texts_en_common_records},
    {"texts/en/common/register.json", texts_en_common_register, sizeof texts_en_common_register},
    {"texts/en/common/screens.json", texts_en_common_screens, sizeof texts_en_common_screens},
    {"texts/en/common/spoken.json", texts_en_common_spoken, sizeof texts_en_common_spoken},
    {"texts/en/common/store.json", texts_en_common_store, sizeof texts_en_common_store},
    {"texts/en/common/train.json", texts_en_common_train, sizeof texts_en_common_train},
    {"texts/en/common/verdicts.json", texts_en_common_verdicts, sizeof texts_en_common_verdicts},
    {"texts/en/home/home.json", texts_en_home_home, sizeof texts_en_home_home},
    {"texts/nb/altinn2/actions.json", texts_nb_altinn2_actions, sizeof texts_nb_altinn2_actions},
    {"texts/nb/altinn2/checkRights.json", texts_nb_altinn2_checkRights, sizeof texts_nb_altinn2_checkRights},
    {"texts/nb/altinn2/codes.json", texts_nb_altinn2_codes, sizeof texts_nb_altinn2_codes},
    {"texts/nb/altinn2/messages.json", texts_nb_altinn2_messages, sizeof texts_nb_altinn2_messages},
    {"texts/nb/altinn2/points.json", texts_nb_altinn2_points, sizeof texts_nb_altinn2_points},
    {"texts/nb/altinn2/portal.json", texts_nb_altinn2_portal, sizeof texts_nb_altinn2_portal},
    {"texts/nb/altinn2/questions.json", texts_nb_altinn2_questions, sizeof texts_nb_altinn2_questions},
    {"texts/nb/altinn2/reasons.json", texts_nb_altinn2_reasons, sizeof texts_nb_altinn2_reasons},
    {"texts/nb/altinn2/registerSystem.json", texts_nb_altinn2_registerSystem, sizeof texts_nb_altinn2_registerSystem},
    {"texts/nb/altinn2/requestAccess.json", texts_nb_altinn2_requestAccess, sizeof texts_nb_altinn2_requestAccess},
    {"texts/nb/altinn2/rights.json", texts_nb_altinn2_rights, sizeof texts_nb_altinn2_rights},
    {"texts/nb/altinn2/spoken.json", texts_nb_altinn2_spoken, sizeof texts_nb_altinn2_spoken},
    {"texts/nb/altinn2/updateLogin.json", texts_nb_altinn2_updateLogin, sizeof texts_nb_altinn2_updateLogin},
    {"texts/nb/altinn3/actions.json", texts_nb_altinn3_actions, sizeof texts_nb_altinn3_actions},
    {"texts/nb/altinn3/checkFullmakt.json", texts_nb_altinn3_checkFullmakt, sizeof texts_nb_altinn3_checkFullmakt},
    {"texts/nb/altinn3/codes.json", texts_nb_altinn3_codes, sizeof texts_nb_altinn3_codes},
    {"texts/nb/altinn3/connectProgram.json", texts_nb_altinn3_connectProgram, sizeof texts_nb_altinn3_connectProgram},
    {"texts/nb/altinn3/findFault.json", texts_nb_altinn3_findFault, sizeof texts_nb_altinn3_findFault},
    {"texts/nb/altinn3/logInToday.json", texts_nb_altinn3_logInToday, sizeof texts_nb_altinn3_logInToday},
    {"texts/nb/altinn3/points.json", texts_nb_altinn3_points, sizeof texts_nb_altinn3_points},
    {"texts/nb/altinn3/portal.json", texts_nb_altinn3_portal, sizeof texts_nb_altinn3_portal},
    {"texts/nb/altinn3/questions.json", texts_nb_altinn3_questions, sizeof texts_nb_altinn3_questions},
    {"texts/nb/altinn3/reasons.json", texts_nb_altinn3_reasons, sizeof texts_nb_altinn3_reasons},
    {"texts/nb/altinn3/requestFullmakt.json", texts_nb_altinn3_requestFullmakt, sizeof texts_nb_altinn3_requestFullmakt},
    {"texts/nb/altinn3/rights.json", texts_nb_altinn3_rights, sizeof texts_nb_altinn3_rights},
    {"texts/nb/altinn3/spoken.json", texts_nb_altinn3_spoken, sizeof texts_nb_altinn3_spoken},
    {"texts/nb/common/class.json", texts_nb_common_class, sizeof texts_nb_common_class},
    {"texts/nb/common/commands.json", texts_nb_common_commands, sizeof texts_nb_common_commands},
    {"texts/nb/common/desk.json", texts_nb_common_desk, sizeof texts_nb_common_desk},
    {"texts/nb/common/deskScreens.json", texts_nb_common_deskScreens, sizeof texts_nb_common_deskScreens},
    {"texts/nb/common/identifiers.json", texts_nb_common_identifiers, sizeof texts_nb_common_identifiers},
    {"texts/nb/common/manual.json", texts_nb_common_manual, sizeof texts_nb_common_manual},
    {"texts/nb/common/portals.json", texts_nb_common_portals, sizeof texts_nb_common_portals},
    {"texts/nb/common/questions.json", texts_nb_common_questions, sizeof texts_nb_common_questions},
    {"texts/nb/common/records.json", texts_nb_common_records, sizeof texts_nb_common_records},
    {"texts/nb/common/register.json", texts_nb_common_register, sizeof texts_nb_common_register},
    {"texts/nb/common/screens.json", texts_nb_common_screens, sizeof texts_nb_common_screens},
    {"texts/nb/common/spoken.json", texts_nb_common_spoken, sizeof texts_nb_common_spoken},
    {"texts/nb/common/store.json", texts_nb_common_store, sizeof texts_nb_common_store},
    {"texts/nb/common/train.json", texts_nb_common_train, sizeof texts_nb_common_train},
    {"texts/nb/common/verdicts.json", texts_nb_common_verdicts, sizeof texts_nb_common_verdicts},
    {"texts/nb/home/home.json", texts_nb_home_home, sizeof texts_nb_home_home},
    {"texts/nn/altinn2/actions.json", texts_nn_altinn2_actions, sizeof texts_nn_altinn2_actions},
    {"texts/nn/altinn2/checkRights.json", texts_nn_altinn2_checkRights, sizeof texts_nn_altinn2_checkRights},
    {"texts/nn/altinn2/codes.json", texts_nn_altinn2_codes, sizeof texts_nn_altinn2_codes},
    {"texts/nn/altinn2/messages.json", texts_nn_altinn2_messages, sizeof texts_nn_altinn2_messages},
    {"texts/nn/altinn2/points.json", texts_nn_altinn2_points, sizeof texts_nn_altinn2_points},
    {"texts/nn/altinn2/portal.json", texts_nn_altinn2_portal, sizeof texts_nn_altinn2_portal},
    {"texts/nn/altinn2/questions.json", texts_nn_altinn2_questions, sizeof texts_nn_altinn2_questions},
    {"texts/nn/altinn2/reasons.json", texts_nn_altinn2_reasons, sizeof texts_nn_altinn2_reasons},
    {"texts/nn/altinn2/registerSystem.json", texts_nn_altinn2_registerSystem, sizeof texts_nn_altinn2_registerSystem},
    {"texts/nn/altinn2/requestAccess.json", texts_nn_altinn2_requestAccess, sizeof texts_nn_altinn2_requestAccess},
    {"texts/nn/altinn2/rights.json", texts_nn_altinn2_rights, sizeof texts_nn_altinn2_rights},
    {"texts/nn/altinn2/spoken.json", texts_nn_altinn2_spoken, sizeof texts_nn_altinn2_spoken},
    {"texts/nn/altinn2/updateLogin.json", texts_nn_altinn2_updateLogin, sizeof texts_nn_altinn2_updateLogin},
    {"texts/nn/altinn3/actions.json", texts_nn_altinn3_actions, sizeof texts_nn_altinn3_actions},
    {"texts/nn/altinn3/checkFullmakt.json", texts_nn_altinn3_checkFullmakt, sizeof texts_nn_altinn3_checkFullmakt},
    {"texts/nn/altinn3/codes.json", texts_nn_altinn3_codes, sizeof texts_nn_altinn3_codes},
    {"texts/nn/altinn3/connectProgram.json", texts_nn_altinn3_connectProgram, sizeof texts_nn_altinn3_connectProgram},
    {"texts/nn/altinn3/findFault.json", texts_nn_altinn3_findFault, sizeof texts_nn_altinn3_findFault},
    {"texts/nn/altinn3/logInToday.json", texts_nn_altinn3_logInToday, sizeof texts_nn_altinn3_logInToday},
    {"texts/nn/altinn3/points.json", texts_nn_altinn3_points, sizeof texts_nn_altinn3_points},
    {"texts/nn/altinn3/portal.json", texts_nn_altinn3_portal, sizeof texts_nn_altinn3_portal},
    {"texts/nn/altinn3/questions.json", texts_nn_altinn3_questions, sizeof texts_nn_altinn3_questions},
    {"texts/nn/altinn3/reasons.json", texts_nn_altinn3_reasons, sizeof texts_nn_altinn3_reasons},
    {"texts/nn/altinn3/requestFullmakt.json", texts_nn_altinn3_requestFullmakt, sizeof texts_nn_altinn3_requestFullmakt},
    {"texts/nn/altinn3/rights.json", texts_nn_altinn3_rights, sizeof texts_nn_altinn3_rights},
    {"texts/nn/altinn3/spoken.json", texts_nn_altinn3_spoken, sizeof texts_nn_altinn3_spoken},
    {"texts/nn/common/class.json", texts_nn_common_class, sizeof texts_nn_common_class},
    {"texts/nn/common/commands.json", texts_nn_common_commands, sizeof texts_nn_common_commands},
    {"texts/nn/common/desk.json", texts_nn_common_desk, sizeof texts_nn_common_desk},
    {"texts/nn/common/deskScreens.json", texts_nn_common_deskScreens, sizeof texts_nn_common_deskScreens},
    {"texts/nn/common/identifiers.json", texts_nn_common_identifiers, sizeof texts_nn_common_identifiers},
    {"texts/nn/common/manual.json", texts_nn_common_manual, sizeof texts_nn_common_manual},
    {"texts/nn/common/portals.json", texts_nn_common_portals, sizeof texts_nn_common_portals},
    {"texts/nn/common/questions.json", texts_nn_common_questions, sizeof texts_nn_common_questions},
    {"texts/nn/common/records.json", texts_nn_common_records, sizeof texts_nn_common_records},
    {"texts/nn/common/register.json", texts_nn_common_register, sizeof texts_nn_common_register},
    {"texts/nn/common/screens.json", texts_nn_common_screens, sizeof texts_nn_common_screens},
    {"texts/nn/common/spoken.json", texts_nn_common_spoken, sizeof texts_nn_common_spoken},
    {"texts/nn/common/store.json", texts_nn_common_store, sizeof texts_nn_common_store},
    {"texts/nn/common/train.json", texts_nn_common_train, sizeof texts_nn_common_train},
    {"texts/nn/common/verdicts.json", texts_nn_common_verdicts, sizeof texts_nn_common_verdicts},
    {"texts/nn/home/home.json", texts_nn_home_home, sizeof texts_nn_home_home},
};

size_t cassets_count(void) { return sizeof assets / sizeof assets[0]; }

struct CAsset cassets_at(size_t index) { return assets[index]; }
