#pragma once

#include <string_view>
#include <vector>

#include "api/site/frame/sentence.hpp"
#include "domain/policy/retention.hpp"

namespace api::site::account {

/// What a rule of retention is about, in words.
frame::Sentence kept_thing(std::string_view rule);

/// How long that is: a sentence for each unit ("2 ans", "30 jours"), or "at once".
std::vector<frame::Sentence> in_words(domain::policy::Period period);

/// From when it is counted, and what happens then.
frame::Sentence in_words(domain::policy::Start start);
frame::Sentence in_words(domain::policy::Action action);

} // namespace api::site::account
