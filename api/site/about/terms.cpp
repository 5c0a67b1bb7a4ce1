#include <sstream>

#include "api/site/about/pages.hpp"
#include "api/site/about/words.hpp"
#include "api/site/frame/operation.hpp"
#include "domain/core/words.hpp"
#include "domain/terms/document_texts.hpp"

namespace api::site::about {

namespace {

using nlohmann::json;

/// A text as the list of texts shows it.
struct TextLine {
    std::string kind{};

    void shown(frame::Dictionary& into) const
    {
        into.link("WHERE", frame::Href::to("/terms/:kind", {{"kind", kind}}));
        into.sentence("NAME", said("kind_"));
        into.sentence("ABOUT", said("about_"));
    }

    frame::Sentence said(std::string_view what) const
    {
        if (kind.empty()) return {};
        return {"about_terms." + std::string(what) + kind};
    }
};

struct TermsList {
    static constexpr std::string_view html = "about/terms_list.html";
    static constexpr std::string_view words = "about_terms";

    std::vector<TextLine> texts{};

    static TermsList of(const App&)
    {
        TermsList view;
        for (const auto document : domain::terms::all_documents)
            view.texts.push_back({std::string(name(document))});
        return view;
    }

    void shown(frame::Dictionary& into) const { into.each("TEXTS", texts); }
};

/// One of the texts, paragraph by paragraph, and what identifies it.
struct TermsText {
    static constexpr std::string_view html = "about/terms_text.html";

    TextLine line{};
    std::string version{}, sha256{};
    std::vector<std::string> paragraphs{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("TITLE", line.said("kind_"));
        into.sentence("VERSION", {"about_terms.version", {{"version", version}}});
        into.text("HASH", sha256);
        into.each_text("PARAGRAPHS", paragraphs);
    }
};

std::vector<std::string> paragraphs_of(const std::string& text)
{
    std::vector<std::string> paragraphs;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) paragraphs.push_back(line);
    }
    return paragraphs;
}

} // namespace

Response terms_list(App& app, const Request& request)
{
    return page_of_words<TermsList>(app, request);
}

/// The text that the operation read_terms gives, to be read and printed.
Response terms_text(App& app, const Request& request)
{
    const std::string kind(request.raw.capture(":kind"));
    const auto text = frame::read(app, request, "read_terms", {.captured = {{"document", kind}}});
    const TermsText view{{kind},
                         text.at("version").get<std::string>(),
                         text.at("sha256").get<std::string>(),
                         paragraphs_of(text.at("text").get<std::string>())};
    return frame::page(app, request,
                       {.title = view.line.said("kind_"),
                        .description = view.line.said("about_"),
                        .is_public = true},
                       view);
}

} // namespace api::site::about
