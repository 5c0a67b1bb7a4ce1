#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "domain/core/id.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/stored.hpp"
#include "domain/storage/written.hpp"

namespace domain::storage {

/// One bound value or one fetched column: a 64-bit integer or a text, or NULL.
struct Cell {
    enum class Kind : std::uint8_t { integer, text };

    Kind kind = Kind::text;
    bool null = false;
    long long integer = 0;
    std::string text;
};

using Kinds = std::vector<Cell::Kind>;

/// How an argument reaches its statement: as a parameter of a kind, or as part of the text.
struct Argument {
    Cell::Kind kind = Cell::Kind::text;
    std::string_view written{}; // "": bound
};
using Arguments = std::vector<Argument>;

template <typename T>
struct IsOptional : std::false_type {
    using Inner = T;
};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {
    using Inner = T;
};

template <typename T>
constexpr Cell::Kind kind_of()
{
    using Inner = typename IsOptional<T>::Inner;
    return std::is_integral_v<Inner> || std::is_same_v<Inner, Instant> ? Cell::Kind::integer
                                                                       : Cell::Kind::text;
}

template <typename T>
Argument argument_of()
{
    if constexpr (is_written<T>) {
        return {Cell::Kind::text, T::text()};
    } else {
        return {kind_of<T>()};
    }
}

// Into the statement's own buffers: nothing bound can dangle (soci::use keeps references).
template <typename T>
void put(Cell& cell, const T& value)
{
    cell.null = false;
    if constexpr (IsOptional<T>::value) {
        if (value) {
            put(cell, *value);
        } else {
            cell.null = true;
        }
    } else if constexpr (std::is_same_v<T, Instant>) {
        cell.integer = micros(value);
    } else if constexpr (std::is_integral_v<T>) {
        cell.integer = static_cast<long long>(value);
    } else if constexpr (requires { value.text(); }) {
        cell.text = value.text();
    } else {
        cell.text = std::string_view(value);
    }
}

/// Stands in a Row for an id that its column is about to give: `OrderId id = unread;`.
struct Unread {
    template <typename Tag>
    operator Id<Tag>() const // NOLINT(google-explicit-constructor): that is what it is for
    {
        return Id<Tag>(std::string());
    }
};
inline constexpr Unread unread;

/// A value that only exists as what its text is read as: an id of ours.
template <typename T>
concept Parsed = requires(std::string_view text)
{
    {
        T::parse(text)
        } -> std::same_as<std::optional<T>>;
};

template <typename T>
void take(const Cell& cell, T& value)
{
    if constexpr (IsOptional<T>::value) {
        using Inner = typename IsOptional<T>::Inner;
        if (cell.null) {
            value.reset();
        } else if constexpr (Parsed<Inner>) {
            value = stored(Inner::parse(cell.text));
        } else {
            take(cell, value.emplace());
        }
    } else if constexpr (std::is_same_v<T, Instant>) {
        value = instant_of(cell.integer);
    } else if constexpr (std::is_same_v<T, bool>) {
        value = cell.integer != 0;
    } else if constexpr (std::is_integral_v<T>) {
        value = static_cast<T>(cell.integer);
    } else if constexpr (Parsed<T>) {
        value = stored(T::parse(cell.text));
    } else if constexpr (requires { value.text(); }) {
        value = T(cell.text);
    } else {
        static_assert(std::is_same_v<T, std::string>, "columns are integers, texts, instants");
        value = cell.text;
    }
}

/// A row is a struct with `auto fields() { return std::tie(a, b, c); }` in the order of the
/// SELECT list, or a single value.
template <typename Row>
concept HasFields = requires(Row row)
{
    row.fields();
};

template <typename... T>
Kinds kinds_of(std::type_identity<std::tuple<T&...>>)
{
    return {kind_of<T>()...};
}

template <typename Row>
Kinds columns_of()
{
    if constexpr (HasFields<Row>) {
        return kinds_of(std::type_identity<decltype(std::declval<Row&>().fields())>{});
    } else {
        return {kind_of<Row>()};
    }
}

} // namespace domain::storage
