#include "api/site/market/words.hpp"

#include "api/site/frame/site.hpp"

namespace api::site::market {

std::string words(const App& app, const Request& request, const frame::Sentence& sentence)
{
    return frame::site_of(app).sentences().in(request.language, sentence);
}

std::string absolute(const App& app, const Request& request, const frame::Href& where)
{
    return app.platform.web_url + where.in(request.language);
}

} // namespace api::site::market
