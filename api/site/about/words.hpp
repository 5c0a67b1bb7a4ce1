#pragma once

#include <string_view>

#include "api/site/frame/page.hpp"

namespace api::site::about {

/// A public page under the title and description that the file `words` gives.
frame::Head head_of(std::string_view words);

/// What stays the same until the program is started again: the version under which its page is
/// kept.
std::string version_of_words(const App& app);

/// A page of words that says the same until then. `View` names its template and its file of words,
/// and is made by View::of(app).
template <typename View>
Response page_of_words(App& app, const Request& request)
{
    return frame::kept(
        app, request, [&] { return version_of_words(app); },
        [&] { return frame::page(app, request, head_of(View::words), View::of(app)); });
}

} // namespace api::site::about
