using Ishenim.Core.Schools;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Schools;
using Ishenim.Settings;

namespace Ishenim.Pages.Desk.Entrance;

internal static class EntranceModule
{
    /// <summary>Set-up, invitations, sign-in, and what belongs to a person's own account.</summary>
    public static IServiceCollection AddEntrance(this IServiceCollection services, ServerSettings settings) => services
        .AddSingleton(StretchQueue.OfThisMachine()).AddSingleton<SignInThrottle>().AddSingleton<Sessions>()
        .AddSingleton(of => new SignIns(of.Database(), of.Queue(), of.GetRequiredService<SignInThrottle>(), settings.StaffArgon, of.Time()))
        .AddSingleton(of => new AccountMaking(of.Database(), of.Queue(), settings.StaffArgon, of.Time()))
        .AddSingleton(of => new SchoolFounding(of.Database(), settings.CodeArgon, of.Time()))
        .AddSingleton(of => new AccountChanges(of.Database(), of.Queue(), of.GetRequiredService<SignInThrottle>(), settings.StaffArgon, of.Time()))
        .AddSingleton(of => new Recovery(of.Database(), of.Queue(), of.GetRequiredService<SignInThrottle>(), settings.StaffArgon, of.Time()))
        .AddSingleton<SchoolSetUp>().AddSingleton<SchoolEditing>().AddSingleton<Undertakings>()
        .AddSingleton<Core.Staff.People>().AddSingleton<KeyConfirmation>().AddSingleton<HandOver>().AddSingleton<SteppingDown>()
        .AddScoped<SecondFactor>().AddSingleton<PublicAddress>();

    private static DatabaseGate Database(this IServiceProvider provider) => provider.GetRequiredService<DatabaseGate>();

    private static StretchQueue Queue(this IServiceProvider provider) => provider.GetRequiredService<StretchQueue>();

    private static TimeProvider Time(this IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
