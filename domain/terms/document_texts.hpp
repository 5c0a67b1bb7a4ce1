#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/core/words.hpp"
#include "domain/terms/terms.hpp"

namespace domain::terms {

inline constexpr auto all_documents = values_of<Document>();

/// Where the text of a document stands among the texts: "terms/terms.fr.txt".
std::string path_of(Document document, Language language);

/// Which version of a document is in force, from the configuration.
std::string version_of(const Platform& platform, Document document);

/// What the names in a document stand for: {company} and the like.
std::vector<std::pair<std::string_view, std::string>> values_for(const Platform& platform,
                                                                 Document document);

/// What people could not be shown of `texts`, by path: a document that is missing in a language,
/// a name nobody knows, a brace that does not close. Each with its path.
std::vector<std::string> faults_of(const std::map<std::string, std::string, std::less<>>& texts,
                                   const Platform& platform);

} // namespace domain::terms
