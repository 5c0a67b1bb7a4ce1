#include "api/site/frame/templates.hpp"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_modifiers.h>

#include <array>
#include <set>
#include <utility>

#include "api/site/frame/sentences.hpp"
#include "domain/core/check.hpp"
#include "domain/core/words.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

// Blank lines go; a line's end may be the space between two words.
constexpr auto strip = ctemplate::STRIP_BLANK_LINES;
constexpr std::string_view escapes = "{{%AUTOESCAPE context=\"HTML\"}}";

/// JSON inside <script type="application/ld+json">: nothing in it may end the element.
class JsonLd : public ctemplate::TemplateModifier {
public:
    void Modify(const char* in, std::size_t size, const ctemplate::PerExpandData*,
                ctemplate::ExpandEmitter* out, const std::string&) const override
    {
        for (const char c : std::string_view(in, size)) {
            switch (c) {
            case '<': out->Emit(std::string("\\u003c")); break;
            case '>': out->Emit(std::string("\\u003e")); break;
            case '&': out->Emit(std::string("\\u0026")); break;
            default: out->Emit(c);
            }
        }
    }
};

void know_json_ld()
{
    static const JsonLd modifier;
    static const bool is_known = ctemplate::AddXssSafeModifier("x-json_ld", &modifier);
    check(is_known, "the library takes a modifier of ours");
}

ctemplate::TemplateString lent(std::string_view text)
{
    return {text.data(), text.size()};
}

/// Fills one of the library's dictionaries.
class Filler : public Receiver {
public:
    explicit Filler(ctemplate::TemplateDictionary& into) : into_(into) {}

    void value(std::string_view marker, std::string text) override
    {
        into_.SetValue(lent(marker), lent(text));
    }
    void json_ld(std::string_view marker, std::string text) override
    {
        into_.SetValue(lent(marker), lent(text));
    }
    Receiver& section(std::string_view marker) override
    {
        return inner(*into_.AddSectionDictionary(lent(marker)));
    }
    Receiver& part(std::string_view marker, std::string_view html) override
    {
        auto& included = *into_.AddIncludeDictionary(lent(marker));
        included.SetFilename(lent(html));
        return inner(included);
    }
    bool is_learning() const override { return false; }

private:
    Receiver& inner(ctemplate::TemplateDictionary& into)
    {
        return *inner_.emplace_back(std::make_unique<Filler>(into));
    }

    ctemplate::TemplateDictionary& into_;
    std::vector<std::unique_ptr<Filler>> inner_{};
};

} // namespace

struct Templates::Compiled {
    std::array<ctemplate::TemplateCache, domain::values_of<Language>().size()> caches{};

    ctemplate::TemplateCache& in(Language language)
    {
        return caches.at(static_cast<std::size_t>(language));
    }
};

Templates::Templates(const Files& files, const Sentences& sentences, const Assets& assets)
    : sentences_(sentences), compiled_(std::make_unique<Compiled>())
{
    know_json_ld();
    std::map<std::string, Markers, std::less<>> named;
    for (const auto& [html, text] : files) {
        auto wrong = faults_in(text);
        const auto ready = compile(html, text, {sentences, assets, Language::fr}, wrong);
        named.emplace(html, markers_in(ready, wrong));
        std::vector<std::string> the_same;
        compile(html, text, {sentences, assets, Language::en}, the_same);
        for (const auto& fault : wrong)
            faults_.push_back(html + ": " + fault);
    }
    for (auto& cache : compiled_->caches)
        cache.Freeze();
    compare(std::move(named));
}

std::string Templates::compile(const std::string& html, std::string_view text, const Known& known,
                               std::vector<std::string>& faults)
{
    auto ready = prepared(text, known, faults);
    const auto whole = std::string(escapes) + ready;
    if (!compiled_->in(known.language).StringToTemplateCache(html, lent(whole), strip))
        faults.emplace_back("the library does not understand it");
    return ready;
}

void Templates::compare(std::map<std::string, Markers, std::less<>> named)
{
    std::set<std::string, std::less<>> unseen;
    for (const auto& [html, markers] : named)
        unseen.insert(html);
    for (const auto& view : known_views()) {
        const auto found = named.find(view.html);
        if (found == named.end()) {
            faults_.push_back(std::string(view.html) + ": there is no such template");
            continue;
        }
        unseen.erase(found->first);
        for (const auto& fault : differences(found->second, markers_of(view)))
            faults_.push_back(found->first + ": " + fault);
    }
    for (const auto& html : unseen)
        faults_.push_back(html + ": no page shows it");
}

Templates::~Templates() = default;

std::string Templates::shown(std::string_view html, Language language,
                             const std::function<void(Dictionary&)>& fill) const
{
    ctemplate::TemplateDictionary values("page");
    Filler filler(values);
    Dictionary into(filler, &sentences_, language);
    fill(into);
    std::string page;
    const bool is_whole =
        compiled_->in(language).ExpandNoLoad(lent(html), strip, &values, nullptr, &page);
    check(is_whole, "a template that was compiled can be filled");
    return page;
}

} // namespace api::site::frame
