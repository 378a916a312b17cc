using System.Globalization;
using System.Net;
using Ishenim.Components;
using Ishenim.Core.Appeals;
using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Mail;
using Ishenim.Pages;
using Ishenim.Pages.Desk;
using Ishenim.Pages.Desk.Absence;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Desk.Archive;
using Ishenim.Pages.Desk.Boxes;
using Ishenim.Pages.Desk.Calendar;
using Ishenim.Pages.Desk.Commission.Convocations;
using Ishenim.Pages.Desk.Commission.Letters;
using Ishenim.Pages.Desk.Commission.Meetings;
using Ishenim.Pages.Desk.Commission.Protocols;
using Ishenim.Pages.Desk.Entrance;
using Ishenim.Pages.Desk.Forwarding;
using Ishenim.Pages.Desk.IdentityRequests;
using Ishenim.Pages.Desk.Joining;
using Ishenim.Pages.Desk.NotHelped;
using Ishenim.Pages.Desk.PassingOn;
using Ishenim.Pages.Desk.Recusal;
using Ishenim.Pages.Desk.Redacting;
using Ishenim.Pages.Desk.RegisterBook;
using Ishenim.Pages.Desk.Retention;
using Ishenim.Pages.Desk.Search;
using Ishenim.Pages.Desk.Templates;
using Ishenim.Pages.Desk.Urgency;
using Ishenim.Pages.Public;
using Ishenim.Papers;
using Ishenim.Protection;
using Ishenim.Schools;
using Ishenim.Sealing;
using Ishenim.Settings;
using Ishenim.Words;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;

namespace Ishenim;

/// <summary>The running web site: what <c>serve</c> starts, and what tests start on a free port.</summary>
public sealed class Site : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3.5);

    private readonly WebApplication _app;

    private Site(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    /// <summary>Where it answers, such as <c>http://127.0.0.1:8080</c>.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Migrates the database and starts to answer.</summary>
    /// <exception cref="SettingsException">A setting cannot be used.</exception>
    /// <exception cref="SodiumMissingException">libsodium is missing or too old.</exception>
    public static async Task<Site> StartAsync(ServerSettings settings, TimeProvider time, CancellationToken cancellation = default)
    {
        Sodium.Start();
        var database = new DatabaseGate(settings.Storage);
        // The database's model takes as long to build as the pages do: on two cores both are built at once.
        var migrating = Task.Run(() => database.MigrateAsync(cancellation), cancellation);
        var app = Build(settings, database, time);
        await migrating;
        await RefuseDemoAbroadAsync(database, settings, cancellation);
        app.Services.GetRequiredService<ReceiptPool>().Start();
        await app.StartAsync(cancellation);
        return new Site(app);
    }

    /// <summary>
    /// A demo's sign-ins lie in a file: it answers on this machine only, also when it is started again without --demo, and
    /// not through a proxy either.
    /// </summary>
    private static async Task RefuseDemoAbroadAsync(DatabaseGate database, ServerSettings settings, CancellationToken cancellation)
    {
        var abroad = !IPAddress.IsLoopback(settings.Listen) ? "listen"
            : settings.PublicUrl is { IsLoopback: false } ? "public-url"
            : settings.TrustedProxies.Count > 0 ? "trusted-proxies"
            : null;
        if (abroad is null)
            return;
        if (await new SchoolFinder(database).HasDemoAsync(cancellation))
            throw new SettingsException(abroad, abroad == "trusted-proxies" ? "nothing for a demo: it answers on this machine only" : "only a loopback address for a demo, such as 127.0.0.1");
    }

    /// <summary>Returns when the process is told to end, after requests in flight are finished.</summary>
    public Task StoppedAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(Farewell);
        await _app.DisposeAsync();
    }

    private static WebApplication Build(ServerSettings settings, DatabaseGate database, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,
            // Its pages are found by this name, whichever program starts it.
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            // Else the folder it is started from, and all below it, is searched and watched for settings that we do not have.
            ContentRootPath = AppContext.BaseDirectory, Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        Logs.Quiet(builder.Logging);
        Listening.Configure(builder.WebHost, settings);
        AddServices(builder.Services, settings, database, time);
        var app = builder.Build();
        UsePipeline(app, settings);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServerSettings settings, DatabaseGate database, TimeProvider time)
    {
        services.AddSingleton(settings).AddSingleton(settings.Storage).AddSingleton(time);
        // By a function, so that it is disposed with the others.
        services.AddSingleton(_ => database);
        services.AddSingleton<IAttachmentStore>(new FolderStore(settings.Storage.Folder, time));
        services.AddSingleton<StagedFiles>().AddSingleton<LetterBox>().AddSingleton<SchoolFinder>();
        services.AddScoped<CurrentSchool>().AddScoped<SignedIn>();
        services.AddScoped(provider => provider.GetRequiredService<DatabaseGate>().Open(provider.GetRequiredService<CurrentSchool>().School.Id));
        services.AddWords().AddComponents();
        services.AddAuthorization(Conventions.AddPolicies);
        services.AddDeskSessions(settings);
        services.AddEntrance(settings).AddWriters(settings).AddAppeals().AddMail(settings).AddPapers(settings);
        services.AddBoxes().AddCalendar().AddAbsences().AddForwarding().AddRetention().AddRegisterBook().AddSearch().AddRecusal().AddJoining().AddPassingOn().AddArchive().AddTemplates().AddNotHelped().AddUrgency().AddRedacting().AddIdentityRequests().AddConvocations().AddMeetings().AddAgendaLetters().AddProtocols();
        services.AddRazorPages(Conventions.AddFolders).ConfigureApplicationPartManager(Conventions.SearchNoControllers);
        services.AddKeys();
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = Farewell);
        services.AddSingleton<DailyFaults>().AddHostedService<DailyFaultsService>();
        services.AddHealthChecks().AddCheck<Health>("database");
    }

    private static void UsePipeline(WebApplication app, ServerSettings settings)
    {
        if (settings.TrustedProxies.Count > 0)
            app.UseForwardedHeaders(Forwarded(settings.TrustedProxies));
        if (settings.IsHttps)
            app.UseHsts();
        app.UseMiddleware<PublicFaults>();
        app.UseHealthChecks("/healthz", Health.Options);
        app.UseMiddleware<SchoolPath>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseLightPages();
        app.UseMiddleware<TypedKept>();
        app.UseRouting();
        app.Use(NotFoundWithoutAPage);
        app.UseCookiePolicy(DeskSessions.CookiePolicy);
        app.UseAuthentication();
        app.UseRequestLocalization(Languages());
        app.UseMiddleware<FrameFilling>();
        app.UseAuthorization();
        app.MapAssets();
        app.MapRazorPages();
    }

    /// <summary>Else the policy for pages without one of their own would send a wrong address to the sign-in.</summary>
    private static Task NotFoundWithoutAPage(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static ForwardedHeadersOptions Forwarded(IEnumerable<IPAddress> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        // Both begin with all of loopback in them, which would believe any process of this machine.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(proxy);
        return options;
    }

    /// <summary>The address's <c>lang</c>, else the signed-in person's language, else the school's. No cookie.</summary>
    private static RequestLocalizationOptions Languages()
    {
        var languages = WordBook.Languages.Select(language => new CultureInfo(language)).ToList();
        return new RequestLocalizationOptions
        {
            SupportedCultures = [CultureInfo.InvariantCulture],
            SupportedUICultures = languages,
            DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, languages[0]),
            RequestCultureProviders = [new CustomRequestCultureProvider(LanguageOf)],
        };
    }

    private static Task<ProviderCultureResult?> LanguageOf(HttpContext context)
    {
        var asked = context.Request.Query["lang"].ToString();
        var school = context.RequestServices.GetRequiredService<CurrentSchool>();
        var language = WordBook.Languages.Contains(asked) ? asked
            : context.User.FindFirst("language")?.Value ?? (school.IsKnown ? school.School.Language : WordBook.Languages[0]);
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult("", language));
    }
}
