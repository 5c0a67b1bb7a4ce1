#include "api/site/about/pages.hpp"
#include "api/site/about/percent.hpp"
#include "api/site/about/words.hpp"

namespace api::site::about {

namespace {

/// What domain/services/search does, in words (regulation (EU) 2019/1150, article 5).
struct Ranking {
    static constexpr std::string_view html = "about/ranking.html";
    static constexpr std::string_view words = "about_ranking";

    domain::BasisPoints commission{0};

    static Ranking of(const App& app) { return {app.platform.commission_rate}; }

    void shown(frame::Dictionary& into) const
    {
        into.sentence("EQUAL", {"about_ranking.nothing_equal",
                                {{"rate", percent(commission, into.language())}}});
    }
};

} // namespace

Response ranking(App& app, const Request& request)
{
    return page_of_words<Ranking>(app, request);
}

} // namespace api::site::about
