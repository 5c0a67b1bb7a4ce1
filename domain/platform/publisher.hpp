#pragma once

#include <string>
#include <vector>

namespace domain::platform {

/// Who stores the site for the public.
struct Host {
    std::string name, address, phone;
};

/// To whom a consumer may turn when a dispute is not settled (C. conso L612-1).
struct Mediator {
    std::string name, address, url;
};

/// Where authorities and users reach the operator at once (regulation (EU) 2022/2065, articles 11
/// and 12), and in which languages.
struct ContactPoint {
    std::string authorities, users; // "": the company's contact
    std::vector<std::string> languages{"fr", "en"};
};

/// What the operator says of itself on the site, beyond what stands on its invoices. What is not
/// given is "".
struct Publisher {
    std::string phone, director; // of the publication
    std::string officer_email;   // of whoever answers about personal data
    std::string accessibility_email;
    Host host{};
    Mediator mediator{};
    ContactPoint contact_point{};
};

/// What the law wants on the site and is not given, by its key in [company].
struct Lacking {
    std::string key, law;
};
std::vector<Lacking> lacking_in(const Publisher& publisher);

} // namespace domain::platform
