#include "api/site/frame/dictionary.hpp"

#include <nlohmann/json.hpp>

#include "api/site/frame/sentences.hpp"
#include "api/site/frame/spelled.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

std::vector<KnownView>& noted()
{
    static std::vector<KnownView> views;
    return views;
}

} // namespace

const std::vector<KnownView>& known_views()
{
    return noted();
}

bool note_view(const KnownView& view)
{
    noted().push_back(view);
    return true;
}

void Dictionary::text(std::string_view marker, std::string_view value)
{
    receiver_.value(marker, std::string(value));
}

void Dictionary::number(std::string_view marker, std::int64_t value)
{
    receiver_.value(marker, spelled(value, language_));
}

void Dictionary::money(std::string_view marker, const Money& value)
{
    receiver_.value(marker, spelled(value, language_));
}

void Dictionary::day(std::string_view marker, Day value)
{
    // A view's example has a day that is none.
    receiver_.value(marker, value.ok() ? spelled(value, language_) : "");
}

void Dictionary::day(std::string_view marker, Instant value)
{
    day(marker, day_in_paris(value));
}

void Dictionary::moment(std::string_view marker, Instant value)
{
    receiver_.value(marker, spelled_moment(value, language_));
}

void Dictionary::machine_day(std::string_view marker, Instant value)
{
    receiver_.value(marker, to_text(day_in_paris(value)));
}

void Dictionary::sentence(std::string_view marker, const Sentence& value)
{
    const bool says = sentences_ != nullptr && !value.key.empty();
    receiver_.value(marker, says ? sentences_->in(language_, value) : "");
}

void Dictionary::say(std::string_view marker, const Say& value)
{
    receiver_.value(marker, value.in(language_));
}

void Dictionary::link(std::string_view marker, const Href& value)
{
    receiver_.value(marker, value.in(language_));
}

void Dictionary::json_ld(std::string_view marker, const nlohmann::json& value)
{
    receiver_.json_ld(marker, value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void Dictionary::when(std::string_view marker, bool is_so)
{
    if (is_so || receiver_.is_learning()) receiver_.section(marker);
}

void Dictionary::each_text(std::string_view marker, const std::vector<std::string>& texts)
{
    if (receiver_.is_learning()) return receiver_.section(marker).value("TEXT", "");
    for (const auto& text : texts)
        receiver_.section(marker).value("TEXT", text);
}

} // namespace api::site::frame
