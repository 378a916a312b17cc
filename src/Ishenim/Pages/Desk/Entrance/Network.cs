using System.Net;
using System.Net.Sockets;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>The network that a request comes from, for limits in memory: an IPv4 address, or the 64 bits that a home or school has of IPv6.</summary>
internal static class Network
{
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
