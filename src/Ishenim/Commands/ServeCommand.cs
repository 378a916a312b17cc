using System.CommandLine;
using Ishenim.Core.Schools;
using Ishenim.Settings;

namespace Ishenim.Commands;

/// <summary><c>ishenim serve</c>: the web site.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var command = new Command("serve", "Serve the web site.");
        command.AddSettings();
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = parsed.ReadSettings();
            await using var site = await StartAsync(settings, cancellation);
            Console.WriteLine($"Ishenim serves on {site.Address}");
            if (settings.Demo)
                await Demo.DemoCommand.PrintAsync(site, settings);
            else
                await PrintSetUpLinkAsync(site, settings);
            await site.StoppedAsync(cancellation);
            return 0;
        });
        return command;
    }

    private static async Task<Site> StartAsync(ServerSettings settings, CancellationToken cancellation)
    {
        try
        {
            return await Site.StartAsync(settings, TimeProvider.System, cancellation);
        }
        catch (Exception fault) when (StartFaults.Named(fault, settings) is not null)
        {
            throw StartFaults.Named(fault, settings)!;
        }
    }

    private static async Task PrintSetUpLinkAsync(Site site, ServerSettings settings)
    {
        var root = settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? site.Address;
        if (await SetUpLinks.OfFirstSchoolAsync(site.Services.GetRequiredService<SchoolFinder>(), site.Services.GetRequiredService<SchoolFounding>(), root) is { } link)
            Console.WriteLine($"Set the school up within 24 hours (this link works once): {link}");
    }
}
