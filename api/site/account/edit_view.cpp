#include "api/site/account/edit_view.hpp"

#include <nlohmann/json.hpp>

namespace api::site::account {

using nlohmann::json;

namespace {

std::vector<LackView> lack_views(const std::vector<Lack>& lacks)
{
    std::vector<LackView> views;
    for (const auto& lack : lacks) {
        LackView view{lack.before, {}};
        for (const auto& field : lack.fields)
            view.fields.push_back({field});
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace

EditView edit_view(const Request& request, const EditPage& page, const json& read)
{
    EditView view;
    view.title = {std::string(page.title)};
    view.intro = {std::string(page.intro)};
    view.warns = actor_of(request).is_provider;
    if (page.lacks != nullptr) view.lacks = lack_views(page.lacks(read));
    return view;
}

} // namespace api::site::account
