#include "api/site/about/about.hpp"

#include "api/site/about/pages.hpp"
#include "api/site/frame/page_route.hpp"

namespace api::site::about {

std::vector<Route> about_routes()
{
    return frame::routes_of({
        {"GET", "/how-it-works", "how_it_works_page", Who::anyone, how_it_works},
        {"GET", "/become-a-provider", "become_a_provider_page", Who::anyone, become_a_provider},
        {"GET", "/ranking", "ranking_page", Who::anyone, ranking},
        {"GET", "/reviews-policy", "reviews_policy_page", Who::anyone, reviews_policy},
        {"GET", "/legal-notice", "legal_notice_page", Who::anyone, legal_notice},
        {"GET", "/terms", "terms_page", Who::anyone, terms_list},
        {"GET", "/terms/:kind", "terms_text_page", Who::anyone, terms_text},
        {"GET", "/privacy", "privacy_page", Who::anyone, privacy},
        {"GET", "/cookies", "cookies_page", Who::anyone, cookies},
        {"GET", "/accessibility", "accessibility_page", Who::anyone, accessibility},
        {"GET", "/mediator", "mediator_page", Who::anyone, mediator},
        {"GET", "/contact", "contact_page", Who::anyone, contact},
        {"GET", "/problems/:code", "problem_page", Who::anyone, problem},
        {"GET", "/licences", "licences_page", Who::anyone, licences},
    });
}

} // namespace api::site::about
