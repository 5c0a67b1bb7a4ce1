#pragma once

#include <chrono>
#include <string>

#include "domain/core/country.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/platform/brand.hpp"
#include "domain/platform/publisher.hpp"
#include "domain/platform/texts.hpp"

namespace domain::platform {

struct PostalAddress {
    std::string line1, line2, postcode, city;
    Country country = Country::of("FR");
};

/// The supervisory authority to which people may complain (GDPR article 77).
struct Authority {
    std::string name = "CNIL";
    std::string address = "3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07";
    std::string url = "https://www.cnil.fr/fr/plaintes";
};

/// The operator as a company: what its invoices, notices and mails say.
struct Company {
    std::string name, legal_form, capital, siren, siret, vat_number, rcs_city;
    PostalAddress address;
    std::string contact_email;
    std::string oversight_email;       // may refuse what one of the staff alone proposes
    std::string invoice_series = "EC"; // prefix of the numbers of its own invoices
    Authority authority{};
    Publisher publisher{};

    const std::string& oversight() const
    {
        return oversight_email.empty() ? contact_email : oversight_email;
    }
};

/// The terms of business of this installation, from the configuration.
struct Platform {
    Company company;
    std::string name = "Entremise"; // what people read in mails
    BasisPoints commission_rate{1000};
    BasisPoints commission_vat{2000};
    std::chrono::month_day fiscal_year_end{std::chrono::December / 31};
    std::chrono::days request_open{30};      // an unanswered request expires
    std::chrono::days payment_within{7};     // an unpaid order expires
    std::chrono::days silence_validates{14}; // a delivered order nobody contests
    std::string terms_version = "2026-01";
    std::string mandate_version = "2026-01";
    Texts texts{};                                 // mails, terms, notices
    std::string web_url = "http://127.0.0.1:8080"; // where links in mails lead
    Brand brand{};

    /// What people read at the top of each page and mail.
    const std::string& shown_name() const { return brand.name.empty() ? name : brand.name; }
};

/// The last day of the fiscal year in which `day` falls.
Day fiscal_year_end(const Platform& platform, Day day);

} // namespace domain::platform

namespace domain {
using platform::Platform;
}
