#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain::profiles {

/// What kind of being a legal form makes: the first digits of INSEE's legal categories
/// (catégories juridiques, level I), as far as our documents and Mangopay tell them apart.
enum class LegalFamily : std::uint8_t {
    sole_trader,             // 1
    foreign,                 // 3: a body under the law of another state
    public_body,             // 7, and 4 as far as it administers
    public_enterprise,       // 41: trades as others do
    commercial_company,      // 5
    economic_interest_group, // 62
    civil_company,           // 65
    association,             // 9: associations, foundations, unions of owners
};

/// What the law wants to read of a seller beside its name and number.
struct Demands {
    bool capital;        // C. com. R123-238: commercial companies
    bool register_entry; // C. com. R123-237: whoever is entered in the trade register (L123-1)
    bool operator==(const Demands&) const = default;
};

/// The legal form of a business, as it stands on documents.
class LegalForm {
public:
    LegalForm(LegalFamily family, std::string text) : family_(family), text_(std::move(text)) {}

    /// "SARL", "EI"; for a foreign body what it calls itself ("GmbH").
    const std::string& text() const { return text_; }
    LegalFamily family() const { return family_; }
    Demands demands() const;

    bool operator==(const LegalForm&) const = default;

private:
    LegalFamily family_;
    std::string text_;
};

/// The form that people mean by `text`, however they spell it: "S.A.R.L.", "Micro-entreprise",
/// "association loi 1901", "SAS à capital variable", "Société à responsabilité limitée (SARL)".
/// Nothing when we do not know it, or when its parts say different things.
std::optional<LegalForm> parse_legal_form(std::string_view text);

/// The French forms as documents print them, and one word for all that are foreign: what to
/// offer whoever typed an unknown one.
std::vector<std::string_view> known_legal_forms();

/// Those of them that a natural person can have.
std::vector<std::string_view> sole_traders_forms();

} // namespace domain::profiles
