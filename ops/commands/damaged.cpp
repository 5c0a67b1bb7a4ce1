#include "ops/commands/damaged.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

#include "invoicing/issuing/finding_store.hpp"
#include "invoicing/issuing/findings.hpp"

namespace ops::commands {

using namespace domain;
using invoicing::issuing::KeptDamage;
using nlohmann::ordered_json;

namespace {

ordered_json text_or_null(const std::optional<Instant>& at)
{
    return at ? ordered_json(to_text(*at)) : ordered_json();
}

ordered_json view(const KeptDamage& kept)
{
    return {{"series", kept.series},
            {"number", kept.number},
            {"id", kept.invoice_id},
            {"part", kept.part},
            {"damage", kept.damage},
            {"found_at", to_text(kept.found_at)},
            {"remade_at", text_or_null(kept.remade_at)},
            {"resolved_at", text_or_null(kept.resolved_at)}};
}

void print(const KeptDamage& kept)
{
    std::cout << kept.series << "  " << kept.number << "  " << kept.invoice_id << "  "
              << kept.damage << "  found " << to_text(kept.found_at);
    if (kept.remade_at) std::cout << "  made again " << to_text(*kept.remade_at);
    if (kept.resolved_at) std::cout << "  whole again " << to_text(*kept.resolved_at);
    std::cout << "\n";
}

bool is_kept_from_readers(const KeptDamage& kept)
{
    return !kept.remade_at && !kept.resolved_at;
}

} // namespace

void keep(Installation& installation, const FoundDamaged& found)
{
    for (const auto& some : found)
        invoicing::issuing::keep(installation.db, some);
}

int list_damaged(Installation& installation, bool as_json)
{
    const auto all = installation.db.read_latest(invoicing::issuing::all_kept);
    auto items = ordered_json::array();
    for (const auto& kept : all) {
        if (as_json) {
            items.push_back(view(kept));
        } else {
            print(kept);
        }
    }
    if (as_json) std::cout << ordered_json{{"items", items}}.dump(2) << "\n";
    return std::ranges::any_of(all, is_kept_from_readers) ? 1 : 0;
}

} // namespace ops::commands
