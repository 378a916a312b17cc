using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Ishenim.Settings;

namespace Ishenim.Protection;

/// <summary>
/// Holds off floods of writers' posts, per network and in all. A school sits behind one address, so the measure is
/// wide; it lives in memory only, and no address is ever written down.
/// </summary>
public sealed class Floods : IDisposable
{
    /// <summary>What a writer who is held off is told to wait, in seconds.</summary>
    public const int RetryAfterSeconds = 60;

    private readonly PartitionedRateLimiter<IPAddress?> _perNetwork;
    private readonly TokenBucketRateLimiter _inAll;

    public Floods(ServerSettings settings)
    {
        _perNetwork = PartitionedRateLimiter.Create<IPAddress?, string>(
            address => RateLimitPartition.GetTokenBucketLimiter(NetworkOf(address), _ => PerMinute(settings.WritersPerNetwork)));
        _inAll = new TokenBucketRateLimiter(PerMinute(settings.WritersInAll));
    }

    /// <summary>Whether one more post from there may be taken now.</summary>
    public bool MayEnter(IPAddress? from)
    {
        using var network = _perNetwork.AttemptAcquire(from);
        if (!network.IsAcquired)
            return false;
        using var all = _inAll.AttemptAcquire();
        return all.IsAcquired;
    }

    public void Dispose()
    {
        _perNetwork.Dispose();
        _inAll.Dispose();
    }

    /// <summary>The first 24 bits of an IPv4 address, the first 48 of an IPv6 one: what one subscriber has.</summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6));
    }

    private static TokenBucketRateLimiterOptions PerMinute(int posts)
    {
        var step = TimeSpan.FromMinutes(1) / posts;
        var least = TimeSpan.FromMilliseconds(100);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = posts,
            TokensPerPeriod = step >= least ? 1 : (int)Math.Ceiling(least / step),
            ReplenishmentPeriod = step >= least ? step : least,
            QueueLimit = 0,
            AutoReplenishment = true,
        };
    }
}
