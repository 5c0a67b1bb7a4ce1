#pragma once

#include <concepts>
#include <functional>
#include <type_traits>
#include <utility>

#include "domain/core/check.hpp"

namespace domain {

template <typename Signature>
class Port;

/// Somebody of another room to be asked or told: a std::function that is never empty, so that
/// whoever puts things together cannot forget one.
template <typename Result, typename... Arguments>
class Port<Result(Arguments...)> {
public:
    // NOLINTBEGIN(google-explicit-constructor,bugprone-forwarding-reference-overload): as functions
    template <typename Other>
    requires(!std::same_as<std::remove_cvref_t<Other>, Port> &&
             std::is_invocable_r_v<Result, Other&, Arguments...>) Port(Other&& other)
        : other_(std::forward<Other>(other))
    // NOLINTEND(google-explicit-constructor,bugprone-forwarding-reference-overload)
    {
        check(static_cast<bool>(other_), "a port has its other side");
    }

    Result operator()(Arguments... arguments) const
    {
        return other_(std::forward<Arguments>(arguments)...);
    }

private:
    std::function<Result(Arguments...)> other_;
};

} // namespace domain
