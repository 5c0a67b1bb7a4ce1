#include "ops/mangopay-sandbox/world/lists.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace mangopay_sandbox {

using nlohmann::json;

namespace {

constexpr std::size_t per_page_default = 10;
constexpr std::size_t per_page_max = 100;

std::optional<std::int64_t> number(const std::string& text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

std::size_t paging(const Call& call, std::string_view name, std::size_t otherwise, std::size_t max)
{
    const auto text = call.parameter(name);
    if (!text) return otherwise;
    const auto value = number(*text);
    if (!value || *value < 1 || static_cast<std::uint64_t>(*value) > max) {
        throw param_error({{std::string(name), "The value '" + *text + "' is not valid."}});
    }
    return static_cast<std::size_t>(*value);
}

bool lists_value(const std::string& with_commas, const std::string& value)
{
    return ("," + with_commas + ",").find("," + value + ",") != std::string::npos;
}

std::string link(std::size_t at, std::size_t pages, std::size_t per_page)
{
    std::string text;
    const auto add = [&](std::size_t to, const char* relation) {
        text += (text.empty() ? "<?page=" : ", <?page=") + std::to_string(to) +
                "&per_page=" + std::to_string(per_page) + ">; rel=\"" + relation + "\"";
    };
    add(1, "first");
    if (at > 1) add(at - 1, "prev");
    if (at < pages) add(at + 1, "next");
    add(std::max<std::size_t>(pages, 1), "last");
    return text;
}

} // namespace

std::vector<json> collected(const World& world, Kind kind, const Wanted& wanted)
{
    std::vector<json> items;
    world.state.each(kind, [&](const std::string&, const json& document) {
        if (!wanted || wanted(document)) items.push_back(shown(document));
    });
    return items;
}

Answer page(const Call& call, std::vector<json> items)
{
    const auto at = paging(call, "page", 1, 1'000'000);
    const auto per_page = paging(call, "per_page", per_page_default, per_page_max);
    const auto sort = call.parameter("Sort");
    if (sort && sort->ends_with(":DESC")) std::ranges::reverse(items);

    const auto pages = (items.size() + per_page - 1) / per_page;
    const auto from = std::min((at - 1) * per_page, items.size());
    const auto to = std::min(from + per_page, items.size());
    json slice = json::array();
    for (auto i = from; i < to; ++i)
        slice.push_back(std::move(items[i]));

    auto response = answer(slice);
    response.headers = {{"x-number-of-pages", std::to_string(pages)},
                        {"x-number-of-items", std::to_string(items.size())},
                        {"link", link(at, pages, per_page)}};
    return response;
}

std::optional<std::int64_t> seconds_parameter(const Call& call, std::string_view name)
{
    const auto text = call.parameter(name);
    if (!text) return {};
    const auto value = number(*text);
    if (!value) throw param_error({{std::string(name), "The value is not a Unix timestamp"}});
    return value;
}

bool is_wanted(const Call& call, const json& transaction)
{
    const auto date = transaction.at("CreationDate").get<std::int64_t>();
    const auto after = seconds_parameter(call, "AfterDate");
    const auto before = seconds_parameter(call, "BeforeDate");
    if ((after && date < *after) || (before && date > *before)) return false;
    for (const auto* field : {"Status", "Type", "Nature", "ResultCode"}) {
        const auto wanted = call.parameter(field);
        if (!wanted) continue;
        const auto& value = transaction.at(field);
        if (!value.is_string() || !lists_value(*wanted, value.get<std::string>())) return false;
    }
    return true;
}

} // namespace mangopay_sandbox
