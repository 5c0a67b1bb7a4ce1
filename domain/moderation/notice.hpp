#pragma once

#include <string>

#include "domain/moderation/report_store.hpp"

namespace domain::moderation {

/// What the author of a review is told of a decision on it: what, on which ground, and why
/// (C. conso D111-17).
std::string notice(const Record& record, Language language);

} // namespace domain::moderation
