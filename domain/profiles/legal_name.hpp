#pragma once

#include <optional>
#include <string>

#include "domain/profiles/profile.hpp"

namespace domain::profiles {

/// What a party is called on documents (CGI ann. II 242 nonies A I-1°, C. com. L441-9).
struct LegalName {
    std::string name; // BT-27, BT-44: "Atelier Ben SARL", "Ana Martin", "Jeanne Lefèvre EI"
    std::string trade_name{}; // BT-28, BT-45: what a person trades as beside; "" for nothing

    /// Both, as documents print them: "Jeanne Lefèvre EI – Fil et Aiguille".
    std::string text() const;

    bool operator==(const LegalName&) const = default;
};

/// Whether the party is a person, whatever it trades as: an account of a natural person, or a sole
/// trader's, which is its owner (C. com. L526-22).
bool is_natural_person(bool is_company, const std::optional<LegalForm>& form);

/// A body is called what it is called. A person is called by first name and surname, followed by
/// "EI" when a sole trader (C. com. R526-27); its trade name, if it has one, stands beside,
/// unless it is but the person's name again, however spelled.
LegalName legal_name(const Profile& profile);

} // namespace domain::profiles
