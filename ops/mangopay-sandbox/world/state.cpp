#include "ops/mangopay-sandbox/world/state.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "domain/core/check.hpp"

namespace mangopay_sandbox {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, kind_count> kind_names = {
    "user",  "wallet",   "transaction", "recipient", "verification", "session", "hook",
    "event", "delivery", "alarm",       "response",  "token",        "books"};

Kind kind_of(std::string_view text)
{
    for (std::size_t i = 0; i < kind_count; ++i) {
        if (kind_names[i] == text) return static_cast<Kind>(i);
    }
    throw domain::Bug("the journal names a kind of document that does not exist");
}

std::optional<std::int64_t> due_of(const json& document)
{
    const auto at = document.find("_Due");
    if (at == document.end() || !at->is_number_integer()) return {};
    return at->get<std::int64_t>();
}

struct Shelf {
    using Entry = std::pair<std::string, json>; // identifier, document
    std::map<std::uint64_t, Entry> entries;     // by number of creation
    std::unordered_map<std::string, std::uint64_t> numbers;
    std::set<std::pair<std::int64_t, std::uint64_t>> due;

    const json* find(const std::string& id) const
    {
        const auto at = numbers.find(id);
        return at == numbers.end() ? nullptr : &entries.at(at->second).second;
    }
};

} // namespace

struct State::Documents {
    std::array<Shelf, kind_count> shelves;
    std::uint64_t created = 0;
    std::uint64_t sequence = 0;

    struct Change {
        Kind kind;
        std::string id;
        std::optional<json> before;
        std::uint64_t number;
    };
    std::vector<Change> unit;

    Shelf& shelf(Kind kind) { return shelves[static_cast<std::size_t>(kind)]; }

    void set(Kind kind, const std::string& id, json document, std::uint64_t number = 0)
    {
        auto& on = shelf(kind);
        const auto known = on.numbers.find(id);
        if (known != on.numbers.end()) number = known->second;
        if (number == 0) number = ++created;
        if (known != on.numbers.end()) unset_due(on, number);
        if (const auto due = due_of(document)) on.due.emplace(*due, number);
        on.numbers[id] = number;
        on.entries[number] = {id, std::move(document)};
    }

    void unset(Kind kind, const std::string& id)
    {
        auto& on = shelf(kind);
        const auto known = on.numbers.find(id);
        if (known == on.numbers.end()) return;
        unset_due(on, known->second);
        on.entries.erase(known->second);
        on.numbers.erase(known);
    }

    static void unset_due(Shelf& on, std::uint64_t number)
    {
        if (const auto due = due_of(on.entries.at(number).second)) on.due.erase({*due, number});
    }

    void note(Kind kind, const std::string& id)
    {
        auto& on = shelf(kind);
        const auto known = on.numbers.find(id);
        if (known == on.numbers.end()) {
            unit.push_back({kind, id, {}, 0});
        } else {
            unit.push_back({kind, id, on.entries.at(known->second).second, known->second});
        }
    }
};

std::string_view name(Kind kind)
{
    return kind_names[static_cast<std::size_t>(kind)];
}

State::State() : documents_(std::make_unique<Documents>()) {}
State::~State() = default;
State::State(State&&) noexcept = default;
State& State::operator=(State&&) noexcept = default;

const json* State::maybe_find(Kind kind, std::string_view id) const
{
    return documents_->shelf(kind).find(std::string(id));
}

void State::put(Kind kind, const std::string& id, json document)
{
    documents_->note(kind, id);
    documents_->set(kind, id, std::move(document));
}

void State::erase(Kind kind, const std::string& id)
{
    documents_->note(kind, id);
    documents_->unset(kind, id);
}

void State::each(Kind kind, const Visitor& visit) const
{
    for (const auto& [number, entry] : documents_->shelf(kind).entries) {
        visit(entry.first, entry.second);
    }
}

std::size_t State::count(Kind kind) const
{
    return documents_->shelf(kind).entries.size();
}

std::optional<std::string> State::due(Kind kind, domain::Instant until) const
{
    const auto& shelf = documents_->shelf(kind);
    if (shelf.due.empty()) return {};
    const auto& [due, number] = *shelf.due.begin();
    if (due > domain::micros(until)) return {};
    return shelf.entries.at(number).first;
}

std::string State::commit()
{
    auto& all = *documents_;
    if (all.unit.empty()) return {};
    std::set<std::pair<Kind, std::string>> seen;
    json put = json::array();
    json erased = json::array();
    for (const auto& change : all.unit) {
        if (!seen.emplace(change.kind, change.id).second) continue;
        if (const auto* now = all.shelf(change.kind).find(change.id)) {
            put.push_back({name(change.kind), change.id, *now});
        } else {
            erased.push_back({name(change.kind), change.id});
        }
    }
    all.unit.clear();
    return json{{"n", ++all.sequence}, {"put", std::move(put)}, {"erased", std::move(erased)}}
        .dump();
}

void State::roll_back()
{
    auto& all = *documents_;
    for (auto change = all.unit.rbegin(); change != all.unit.rend(); ++change) {
        if (change->before) {
            all.set(change->kind, change->id, std::move(*change->before), change->number);
        } else {
            all.unset(change->kind, change->id);
        }
    }
    all.unit.clear();
}

void State::apply(const std::string& line)
{
    const auto unit = json::parse(line);
    const auto number = unit.at("n").get<std::uint64_t>();
    if (number < documents_->sequence) return; // already part of the snapshot
    for (const auto& row : unit.at("put")) {
        documents_->set(kind_of(row.at(0).get<std::string>()), row.at(1).get<std::string>(),
                        row.at(2));
    }
    for (const auto& row : unit.at("erased")) {
        documents_->unset(kind_of(row.at(0).get<std::string>()), row.at(1).get<std::string>());
    }
    documents_->sequence = number;
}

void State::snapshot(const std::function<void(const std::string& line)>& take) const
{
    take(json{{"n", sequence()}, {"put", json::array()}, {"erased", json::array()}}.dump());
    for (std::size_t i = 0; i < kind_count; ++i) {
        each(static_cast<Kind>(i), [&](const std::string& id, const json& document) {
            take(json{{"n", sequence()},
                      {"put", json::array({json::array({kind_names[i], id, document})})},
                      {"erased", json::array()}}
                     .dump());
        });
    }
}

std::uint64_t State::sequence() const
{
    return documents_->sequence;
}

} // namespace mangopay_sandbox
