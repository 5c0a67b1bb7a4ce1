#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/site/frame/href.hpp"
#include "api/site/frame/sentence.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"
#include "domain/core/refused.hpp"

namespace api::site::frame {

class Sentences;

/// Where a dictionary's values go: into a template, or into the list of a view's markers.
class Receiver {
public:
    virtual ~Receiver() = default;
    virtual void value(std::string_view marker, std::string text) = 0;
    virtual void json_ld(std::string_view marker, std::string text) = 0;
    /// {{#MARKER}}…{{/MARKER}} once more; inside it the outer markers are known too.
    virtual Receiver& section(std::string_view marker) = 0;
    /// {{>MARKER}} once more, with the template `html`, which knows its own markers only.
    virtual Receiver& part(std::string_view marker, std::string_view html) = 0;
    /// Views are only asked for their markers, with examples instead of contents.
    virtual bool is_learning() const = 0;
};

/// What a view fills: one marker of its template after the other, by type. Every marker is named
/// on every way through `shown()`, so that they can be held against the template's at start.
/// Nothing that goes in is HTML: the template's place decides how it is escaped.
///
/// A view is a struct that can be made empty and has `void shown(Dictionary&) const`; one with a
/// template of its own also `static constexpr std::string_view html = "market/home.html"`.
class Dictionary {
public:
    /// `sentences` may be null while learning.
    Dictionary(Receiver& receiver, const Sentences* sentences, domain::Language language)
        : receiver_(receiver), sentences_(sentences), language_(language)
    {
    }

    domain::Language language() const { return language_; }

    void text(std::string_view marker, std::string_view value);
    void number(std::string_view marker, std::int64_t value);         // "1 234"
    void money(std::string_view marker, const domain::Money& value);  // "445,00 €"
    void day(std::string_view marker, domain::Day value);             // "30 novembre 2026"
    void day(std::string_view marker, domain::Instant value);         // in Paris
    void moment(std::string_view marker, domain::Instant value);      // "30 novembre 2026 à 14:05"
    void machine_day(std::string_view marker, domain::Instant value); // <time datetime="…">
    void sentence(std::string_view marker, const Sentence& value);
    void say(std::string_view marker, const domain::Say& value); // the API's own words
    void link(std::string_view marker, const Href& value);
    void json_ld(std::string_view marker, const nlohmann::json& value);

    /// {{#MARKER}}…{{/MARKER}} if `is_so`.
    void when(std::string_view marker, bool is_so);

    /// The section once for each view, which fills the markers in it.
    template <typename View>
    void each(std::string_view marker, const std::vector<View>& views)
    {
        if (receiver_.is_learning()) return one(marker, View{});
        for (const auto& view : views)
            one(marker, view);
    }
    /// The section once for each text, which is {{TEXT}}.
    void each_text(std::string_view marker, const std::vector<std::string>& texts);

    /// The section if there is one.
    template <typename View>
    void maybe(std::string_view marker, const std::optional<View>& view)
    {
        if (receiver_.is_learning()) return one(marker, View{});
        if (view) one(marker, *view);
    }

    /// {{>MARKER}}: a component with a template of its own.
    template <typename View>
    void part(std::string_view marker, const View& view)
    {
        Dictionary inner(receiver_.part(marker, known<View>()), sentences_, language_);
        if (!receiver_.is_learning()) view.shown(inner); // it is learned by itself
    }
    template <typename View>
    void parts(std::string_view marker, const std::vector<View>& views)
    {
        if (receiver_.is_learning()) return part(marker, View{});
        for (const auto& view : views)
            part(marker, view);
    }
    template <typename View>
    void maybe_part(std::string_view marker, const std::optional<View>& view)
    {
        if (receiver_.is_learning()) return part(marker, View{});
        if (view) part(marker, *view);
    }

    /// {{>MARKER}}: what stands in the frame's middle, with its template and what fills it.
    void content(std::string_view marker, std::string_view html,
                 const std::function<void(Dictionary&)>& fill)
    {
        Dictionary inner(receiver_.part(marker, html), sentences_, language_);
        if (!receiver_.is_learning()) fill(inner);
    }

    /// The template of a view; by being asked for, the view is on the list of known_views().
    template <typename View>
    static std::string_view known();

private:
    template <typename View>
    void one(std::string_view marker, const View& view)
    {
        Dictionary inner(receiver_.section(marker), sentences_, language_);
        view.shown(inner);
    }

    Receiver& receiver_;
    const Sentences* sentences_;
    domain::Language language_;
};

/// A view that is shown somewhere: its template, and how to ask it for its markers.
struct KnownView {
    std::string_view html;
    void (*shown)(Dictionary& into) = nullptr; // an example of it
};

/// Every view with a template of its own that any page of this program shows: whoever writes
/// page(…, view) or part(…, view) has put it on the list.
const std::vector<KnownView>& known_views();
bool note_view(const KnownView& view);

template <typename View>
struct Noted {
    static inline const bool is_noted =
        note_view({View::html, [](Dictionary& into) { View{}.shown(into); }});
};

template <typename View>
std::string_view Dictionary::known()
{
    static_cast<void>(&Noted<View>::is_noted); // makes it
    return View::html;
}

} // namespace api::site::frame
