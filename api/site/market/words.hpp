#pragma once

#include <string>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/site/frame/href.hpp"
#include "api/site/frame/sentence.hpp"

namespace api::site::market {

/// A sentence in the page's language, where it is a part of another or of what programs read.
std::string words(const App& app, const Request& request, const frame::Sentence& sentence);

/// The address as other sites and programs follow it, in the page's language.
std::string absolute(const App& app, const Request& request, const frame::Href& where);

} // namespace api::site::market
