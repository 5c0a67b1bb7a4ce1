#include "api/pipeline/admission.hpp"

#include "domain/access/security_event.hpp"

namespace api {

using namespace domain;
using access::SecurityEvent;

namespace {

Refused not_signed_in()
{
    return {Refusal::not_signed_in, {"Connectez-vous d'abord.", "Sign in first."}};
}

Refused second_factor_needed()
{
    return {Refusal::second_factor_needed,
            {"Ce compte demande un code à usage unique (TOTP) : reconnectez-vous avec.",
             "This account needs a one-time code (TOTP): sign in again with one."}};
}

/// Whether this kind of actor may call routes of `who`. Others are told that there is nothing.
bool is_admitted(const Actor& actor, Who who)
{
    switch (who) {
    case Who::anyone:
    case Who::hook: return true;
    case Who::signed_in: return actor.kind != ActorKind::archive_key;
    case Who::member: return actor.kind == ActorKind::member;
    case Who::client: return actor.kind == ActorKind::member && actor.is_client;
    case Who::provider: return actor.kind == ActorKind::member && actor.is_provider;
    case Who::staff: return actor.kind == ActorKind::staff;
    case Who::privacy_officer: return actor.kind == ActorKind::privacy_officer;
    case Who::archive_reader:
        return actor.kind == ActorKind::accountant || actor.kind == ActorKind::archive_key;
    }
    return false;
}

bool needs_second_factor(Who who)
{
    return who == Who::staff || who == Who::privacy_officer || who == Who::archive_reader;
}

} // namespace

void admit(const std::optional<Actor>& actor, Who who)
{
    if (who == Who::anyone || who == Who::hook) return;
    if (!actor) throw not_signed_in();
    if (!is_admitted(*actor, who)) {
        if (!needs_second_factor(who)) throw not_found();
        throw access::SecurityRefusal(SecurityEvent::actor_refused, not_found());
    }
    const bool is_person = actor->kind != ActorKind::archive_key;
    if (needs_second_factor(who) && is_person && !actor->second_factor)
        throw access::SecurityRefusal(SecurityEvent::actor_refused, second_factor_needed());
    const bool needs_email = who == Who::member || who == Who::client || who == Who::provider;
    if (needs_email && !actor->email_verified) {
        throw Refused(Refusal::forbidden,
                      {"Confirmez d'abord votre adresse : un lien vous a été envoyé par e-mail.",
                       "Confirm your address first: a link was sent to you by e-mail."});
    }
}

} // namespace api
