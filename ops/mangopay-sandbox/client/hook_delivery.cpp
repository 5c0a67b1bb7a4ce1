#include "ops/mangopay-sandbox/client/hook_delivery.hpp"

#include <curl/curl.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

#include "ops/mangopay-sandbox/objects/hooks.hpp"
#include "ops/mangopay-sandbox/world/notifications.hpp"

namespace mangopay_sandbox {

namespace {

constexpr long answer_within_ms = 2'000;
constexpr auto look_every = std::chrono::milliseconds{20};

std::size_t ignored(char*, std::size_t size, std::size_t count, void*)
{
    return size * count;
}

} // namespace

class HookDelivery::Courier {
public:
    explicit Courier(Clients& clients) : clients_(clients), handle_(curl_easy_init())
    {
        if (!handle_) throw std::runtime_error("libcurl does not start");
        curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, answer_within_ms);
        curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle_, CURLOPT_PROXY, "");
        curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, ignored);
        thread_ = std::thread([this] { run(); });
    }

    ~Courier()
    {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        thread_.join();
        curl_easy_cleanup(handle_);
    }

    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

private:
    void run()
    {
        while (!is_stopping()) {
            bool sent = false;
            for (const auto& client : clients_.all())
                sent = send_one(*client) || sent;
            if (sent) continue;
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, look_every, [this] { return stopping_; });
        }
    }

    bool is_stopping()
    {
        const std::lock_guard lock(mutex_);
        return stopping_;
    }

    bool send_one(Client& client)
    {
        std::optional<hooks::Notification> owed;
        client.with([&](World& world) { owed = hooks::due(world); });
        if (!owed) return false;
        const bool delivered = is_answered(owed->url);
        client.with([&](World& world) { hooks::record(world, owed->id, delivered); });
        return true;
    }

    bool is_answered(const std::string& url)
    {
        curl_easy_setopt(handle_, CURLOPT_URL, url.c_str());
        long status = 0;
        return curl_easy_perform(handle_) == CURLE_OK &&
               curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK &&
               status == 200;
    }

    Clients& clients_;
    CURL* handle_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

HookDelivery::HookDelivery(Clients& clients) : courier_(std::make_unique<Courier>(clients)) {}

HookDelivery::~HookDelivery() = default;

} // namespace mangopay_sandbox
