#include "invoicing/issuing/damage.hpp"

#include <algorithm>

#include "domain/core/words.hpp"

namespace invoicing::issuing {

namespace {

using domain::Word;
using domain::Words;

constexpr Word<Damage> words[] = {
    {Damage::link_changed, "link_changed"}, {Damage::columns_changed, "columns_changed"},
    {Damage::key_lost, "key_lost"},         {Damage::record_changed, "record_changed"},
    {Damage::xml_changed, "xml_changed"},   {Damage::file_lost, "file_lost"},
    {Damage::file_changed, "file_changed"},
};
constexpr Words<Damage> names(words);

bool keeps(Damage damage, Part part)
{
    switch (damage) {
    case Damage::link_changed:
    case Damage::columns_changed:
    case Damage::key_lost: return true;
    case Damage::record_changed: return part == Part::record;
    case Damage::xml_changed: return part == Part::xml;
    case Damage::file_lost:
    case Damage::file_changed: return part == Part::file;
    }
    return true;
}

} // namespace

std::string_view name(Damage damage)
{
    return names.name(damage);
}

std::optional<Damage> in_the_way(const std::vector<Damage>& damages, Part part)
{
    const auto found =
        std::ranges::find_if(damages, [&](Damage damage) { return keeps(damage, part); });
    if (found == damages.end()) return {};
    return *found;
}

} // namespace invoicing::issuing
