#pragma once

#include <string>

#include "domain/core/language.hpp"
#include "invoicing/archive/archive.hpp"

namespace invoicing::archive {

/// What the export is and how it is checked without us, for whoever opens it in nine years.
std::string readme_of_export(const Scope& scope, domain::Language language);

/// "README.fr.txt".
std::string readme_name(domain::Language language);

} // namespace invoicing::archive
