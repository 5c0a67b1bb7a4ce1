#include "api/site/frame/page_cache.hpp"

namespace api::site::frame {

namespace {

std::size_t size_of(const std::string& address, const KeptPage& page)
{
    constexpr std::size_t beside = 512; // headers, and what keeping costs
    return address.size() + page.bytes.size() + page.version.size() + beside;
}

} // namespace

std::shared_ptr<const KeptPage> PageCache::find(std::string_view address, std::string_view version)
{
    const std::scoped_lock lock(mutex_);
    const auto found = by_address_.find(address);
    if (found == by_address_.end() || found->second->second->version != version) return nullptr;
    lines_.splice(lines_.begin(), lines_, found->second);
    return found->second->second;
}

void PageCache::keep(const std::string& address, std::shared_ptr<const KeptPage> page)
{
    const std::scoped_lock lock(mutex_);
    const auto found = by_address_.find(address);
    if (found != by_address_.end()) drop(found->second);
    bytes_ += size_of(address, *page);
    lines_.emplace_front(address, std::move(page));
    by_address_.emplace(lines_.front().first, lines_.begin());
    while (bytes_ > bytes_max_ && !lines_.empty())
        drop(std::prev(lines_.end()));
}

void PageCache::drop(std::list<Line>::iterator line)
{
    bytes_ -= size_of(line->first, *line->second);
    by_address_.erase(line->first);
    lines_.erase(line);
}

void PageCache::clear()
{
    const std::scoped_lock lock(mutex_);
    by_address_.clear();
    lines_.clear();
    bytes_ = 0;
}

std::size_t PageCache::bytes() const
{
    const std::scoped_lock lock(mutex_);
    return bytes_;
}

} // namespace api::site::frame
