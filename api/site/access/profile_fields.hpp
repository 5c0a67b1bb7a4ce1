#pragma once

#include <string_view>
#include <vector>

#include "api/site/frame/form.hpp"
#include "domain/core/language.hpp"
#include "domain/profiles/profile_field.hpp"

namespace api::site::access {

/// Who answers: it decides which legal forms there are to choose from.
struct Answering {
    domain::Language language;
    bool is_company;
};

/// How what an account says of itself is asked for on a page: one field of a form, and beside a
/// number that may be absent the reason why there is none (RT-30). Marked where `mandatory`.
std::vector<frame::Field> fields_for(const domain::profiles::ProfileField& field, bool mandatory,
                                     const Answering& who);

/// Everything that can be asked, in the order in which people think of it.
std::vector<const domain::profiles::ProfileField*> fields_in_order();

/// `fields` as the operation takes what was posted: of a number and the reason for having none,
/// the one that was given.
std::vector<frame::Field> answered_fields(std::vector<frame::Field> fields,
                                          const frame::Values& posted);

} // namespace api::site::access
