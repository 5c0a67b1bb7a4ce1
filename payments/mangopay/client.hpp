#pragma once

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>

#include "payments/gateway/gateway.hpp"
#include "payments/mangopay/session.hpp"

namespace payments::mangopay {

struct Options {
    Credentials credentials;
    bool declare_beneficiaries = true; // FlowDescriptor on pay-ins (EEA rule of 2026)
};

/// Mangopay API v2.01 over `http`.
class Client : public Gateway {
public:
    Client(Options options, Http http, domain::Clock clock);

    /// The same client of Mangopay by other credentials, or over another line, from the next call
    /// on.
    void renew(Credentials credentials, Http http);

    Outcome send(const Command& command, const std::string& key) override;
    std::optional<Outcome> kept(Kind kind, const std::string& key) override;
    Outcome read(Kind kind, const ResourceId& id) override;
    std::optional<Outcome> find(const Command& command) override;

    std::optional<UserState> user(const UserId& id) override;
    Blocking blocking(const UserId& id) override;
    std::optional<VerificationState> verification(const VerificationId& id) override;
    std::optional<RecipientState> recipient(const RecipientId& id) override;
    std::optional<WalletBalance> balance(const WalletId& id) override;
    Outcome update_user(const UserId& id, const NewUser& now) override;
    void close_user(const UserId& id) override;
    std::string enrolment_link(const UserId& id) override;

    std::vector<HookState> hooks() override;
    void create_hook(const std::string& event_type, const std::string& url) override;
    void repair_hook(const HookId& id, const std::string& url) override;
    std::vector<HookEvent> events(const std::string& event_type, domain::Instant after) override;

    std::optional<Heard> last_heard() const override { return session_.last_heard(); }

    const Budget& budget() const { return session_.budget(); }

private:
    /// The object `id` at `path`; nothing for 404. Throws NoAnswer, also for another object.
    std::optional<nlohmann::json> object_at(const std::string& path, const std::string& id);

    /// The objects of a listing, page by page, until a page is not full or ten have been read.
    /// `page_of` says where a page is. Throws NoAnswer, also for what is no list of objects: an
    /// answer that cannot be read is not an empty one.
    std::vector<nlohmann::json> listed(const std::function<std::string(int page)>& page_of);

    Options options_;
    Session session_;
};

} // namespace payments::mangopay
