#pragma once

#include <string>
#include <type_traits>

namespace domain::storage {

/// An argument that is written into the statement instead of being bound: the word of one of our
/// enums' values, or of a list of them. `state IN (:unsettled)` with written<unsettled> is sent as
/// `state IN ('planned', 'sending', …)`, so the planner knows what is asked, and an index with
/// that condition serves.
template <auto value>
struct Written {
    static const std::string& text()
    {
        static const std::string once = [] {
            if constexpr (std::is_enum_v<std::remove_const_t<decltype(value)>>) {
                return quoted(value);
            } else {
                std::string list;
                for (const auto one : value)
                    list += (list.empty() ? "" : ", ") + quoted(one);
                return list;
            }
        }();
        return once;
    }

private:
    template <typename Enum>
    static std::string quoted(Enum one)
    {
        return "'" + std::string(name(one)) + "'";
    }
};

template <auto value>
inline constexpr Written<value> written;

template <typename T>
inline constexpr bool is_written = false;
template <auto value>
inline constexpr bool is_written<Written<value>> = true;

} // namespace domain::storage
