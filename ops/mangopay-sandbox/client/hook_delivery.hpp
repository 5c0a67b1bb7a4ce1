#pragma once

#include <memory>

#include "ops/mangopay-sandbox/client/client.hpp"

namespace mangopay_sandbox {

/// Brings the notifications that hooks owe to their addresses, one after the other, on a thread
/// of its own: GET, 200 within two seconds or it has failed. The one place of the stand-in that
/// calls somebody, hence the one that knows libcurl.
class HookDelivery {
public:
    explicit HookDelivery(Clients& clients);
    ~HookDelivery(); // finishes the attempt under way
    HookDelivery(const HookDelivery&) = delete;
    HookDelivery& operator=(const HookDelivery&) = delete;

private:
    class Courier;
    std::unique_ptr<Courier> courier_;
};

} // namespace mangopay_sandbox
