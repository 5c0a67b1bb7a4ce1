#include "api/site/frame/markers.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <utility>

namespace api::site::frame {

namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";
constexpr std::string_view separator = "_separator"; // the library's: between two of a section

/// Takes down what a view fills, section by section.
class Learner : public Receiver {
public:
    explicit Learner(Markers& into) : into_(into) {}

    void value(std::string_view marker, std::string) override { into_.values.emplace(marker); }
    void json_ld(std::string_view marker, std::string) override { into_.values.emplace(marker); }
    Receiver& section(std::string_view marker) override
    {
        return inner(into_.sections[std::string(marker)]);
    }
    Receiver& part(std::string_view marker, std::string_view) override
    {
        into_.parts.emplace(marker);
        return inner(dropped_.emplace_back());
    }
    bool is_learning() const override { return true; }

private:
    Receiver& inner(Markers& into) { return *inner_.emplace_back(std::make_unique<Learner>(into)); }

    Markers& into_;
    std::deque<Markers> dropped_{}; // a part is learned by itself
    std::vector<std::unique_ptr<Learner>> inner_{};
};

/// Takes down what a template names, in the section that is open.
class Reading {
public:
    Markers all{};
    std::vector<std::string> faults{};

    /// What stands between the braces.
    void take(std::string_view marker)
    {
        if (marker.empty() || marker.front() == '!' || marker.front() == '%') return;
        const char kind = marker.front();
        if (kind == '#' || kind == '/' || kind == '>') marker.remove_prefix(1);
        const std::string name(marker.substr(0, marker.find(':')));
        if (kind == '/') return close(name);
        auto& here = open_.empty() ? all : *open_.back().second;
        if (kind == '#') {
            open_.emplace_back(name, &here.sections[name]);
        } else {
            (kind == '>' ? here.parts : here.values).insert(name);
        }
    }

    void finish()
    {
        if (!open_.empty()) faults.push_back("{{#" + open_.back().first + "}} does not end");
    }

private:
    void close(const std::string& name)
    {
        if (open_.empty() || open_.back().first != name) {
            faults.push_back("{{/" + name + "}} ends what is not open");
        } else {
            open_.pop_back();
        }
    }

    std::vector<std::pair<std::string, Markers*>> open_{};
};

/// A view's markers and those of the views around it.
struct Scope {
    const Markers& filled;
    const Scope* outer = nullptr;
};

class Comparison {
public:
    std::vector<std::string> faults{};

    void compare(const Markers& named, const Scope& scope)
    {
        for (const auto& marker : named.values) {
            if (owner_of(marker, scope, &Markers::values) == nullptr)
                faults.push_back("{{" + marker + "}} is filled by nobody");
        }
        for (const auto& marker : named.parts) {
            if (owner_of(marker, scope, &Markers::parts) == nullptr)
                faults.push_back("{{>" + marker + "}} is filled by nobody");
        }
        for (const auto& [marker, inside] : named.sections)
            compare_section(marker, inside, scope);
    }

    /// What no place of the template has named.
    void look_for_unused(const Markers& filled, const std::string& where)
    {
        const auto& named = used_[&filled];
        const auto look = [&](const std::string& marker) {
            if (!named.contains(marker))
                faults.push_back(where + marker + " is filled and not shown");
        };
        std::ranges::for_each(filled.values, look);
        std::ranges::for_each(filled.parts, look);
        for (const auto& [marker, inside] : filled.sections) {
            look(marker);
            if (named.contains(marker)) look_for_unused(inside, where + marker + "/");
        }
    }

private:
    /// Whose marker it is: the innermost view's that fills it.
    template <typename List>
    const Markers* owner_of(const std::string& marker, const Scope& scope, List Markers::*list)
    {
        for (const auto* at = &scope; at != nullptr; at = at->outer) {
            if (!(at->filled.*list).contains(marker)) continue;
            used_[&at->filled].insert(marker);
            return &at->filled;
        }
        return nullptr;
    }

    void compare_section(const std::string& marker, const Markers& inside, const Scope& scope)
    {
        if (marker.ends_with(separator)) return compare(inside, scope);
        const auto* owner = owner_of(marker, scope, &Markers::sections);
        if (owner == nullptr) return faults.push_back("{{#" + marker + "}} is filled by nobody");
        compare(inside, {owner->sections.at(marker), &scope});
    }

    std::map<const Markers*, std::set<std::string, std::less<>>> used_{};
};

} // namespace

Markers markers_in(std::string_view text, std::vector<std::string>& faults)
{
    Reading reading;
    for (auto at = text.find(opening); at != text.npos; at = text.find(opening, at)) {
        const auto end = text.find(closing, at);
        if (end == text.npos) break;
        reading.take(text.substr(at + opening.size(), end - at - opening.size()));
        at = end + closing.size();
    }
    reading.finish();
    faults.insert(faults.end(), reading.faults.begin(), reading.faults.end());
    return reading.all;
}

Markers markers_of(const KnownView& view)
{
    Markers filled;
    Learner learner(filled);
    Dictionary into(learner, nullptr, domain::Language::fr);
    view.shown(into);
    return filled;
}

std::vector<std::string> differences(const Markers& named, const Markers& filled)
{
    Comparison comparison;
    comparison.compare(named, {filled});
    comparison.look_for_unused(filled, "");
    return comparison.faults;
}

} // namespace api::site::frame
