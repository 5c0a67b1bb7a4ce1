#include "api/site/about/words.hpp"

#include "api/site/frame/site.hpp"

namespace api::site::about {

frame::Head head_of(std::string_view words)
{
    const std::string file(words);
    return {.title = {file + ".title"}, .description = {file + ".description"}, .is_public = true};
}

std::string version_of_words(const App& app)
{
    return frame::site_of(app).sentences().hash();
}

} // namespace api::site::about
