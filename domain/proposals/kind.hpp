#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/instant.hpp"
#include "domain/core/refused.hpp"
#include "domain/core/words.hpp"

namespace domain::proposals {

/// What takes two people.
enum class Kind : std::uint8_t {
    movement_happened,   // of a movement left to people: it is this object at Mangopay
    movement_to_repeat,  // it did not happen, and is wanted still
    movement_to_drop,    // it did not happen, and shall not
    paid_by_other_means, // what Mangopay refuses for good was paid from the operator's own bank
    movement_made_good,  // what went out twice came back, or was written off
    start_new_series,    // of a series dated ahead of the time: it ends, another one goes on
    accept_series_date,  // its documents go on with that date until the time has caught up
};

inline constexpr Word<Kind> kind_words[] = {
    {Kind::movement_happened, "movement_happened"},
    {Kind::movement_to_repeat, "movement_to_repeat"},
    {Kind::movement_to_drop, "movement_to_drop"},
    {Kind::paid_by_other_means, "paid_by_other_means"},
    {Kind::movement_made_good, "movement_made_good"},
    {Kind::start_new_series, "start_new_series"},
    {Kind::accept_series_date, "accept_series_date"},
};
inline constexpr Words kinds(kind_words);

constexpr std::string_view name(Kind kind)
{
    return kinds.name(kind);
}

/// What the subject of a kind is.
enum class About : std::uint8_t { movement, series };
About about(Kind kind);

/// What a kind asks for beside its reason. "paid_on" and the like are days.
enum class Proof : std::uint8_t { mangopay_id, bank_reference, paid_on };

inline constexpr Word<Proof> proof_words[] = {
    {Proof::mangopay_id, "mangopay_id"},
    {Proof::bank_reference, "bank_reference"},
    {Proof::paid_on, "paid_on"},
};
inline constexpr Words proofs(proof_words);

constexpr std::string_view name(Proof proof)
{
    return proofs.name(proof);
}

/// Which proofs a kind takes: all of them, and no other.
std::span<const Proof> asked_of(Kind kind);

/// The proofs given, by their names.
using Evidence = std::map<std::string, std::string, std::less<>>;

inline constexpr std::size_t proof_max = 100; // characters of each

/// When something can have happened: from the day on which its cause arose until today.
struct Days {
    Day first, last;
};

/// What is missing, too much, or a day outside `possible`, each at "evidence.…".
std::vector<FieldError> wrong_in(Kind kind, const Evidence& evidence, const Days& possible);

/// "evidence.paid_on": where a proof stands in what is sent.
std::string path_of(std::string_view proof);

/// A kind in words, for mails.
Say in_words(Kind kind);

/// What follows when it takes effect: "unless you refuse, …".
Say effect_in_words(Kind kind);

} // namespace domain::proposals
