#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "api/site/account/edit.hpp"
#include "domain/profiles/profile_field.hpp"

namespace api::site::account {

/// A group of an account's fields, and the heading that begins it.
struct FieldGroup {
    domain::profiles::Part part;
    std::string_view heading; // key of its sentence
};

/// The fields of these groups; marked where the policy demands them at sign-up, and so for as long
/// as the account is there.
std::vector<frame::Field> fields_in(const Asking& asking, std::initializer_list<FieldGroup> groups);

} // namespace api::site::account
