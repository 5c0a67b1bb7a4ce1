#pragma once

#include <string>
#include <vector>

#include "domain/core/refused.hpp"
#include "domain/leaving/kept.hpp"

namespace domain::letters {

/// What is kept of somebody who leaves, because of what, until when: a line each; that nothing is
/// when nothing is.
Say kept_in_words(const std::vector<leaving::Kept>& kept);

/// How somebody who left still comes to its own documents: by `link`.
Say documents_in_words(const std::string& link);

} // namespace domain::letters
