using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Architecture;

/// <summary>The domain decides and does nothing else: no package, no input or output, no clock, nothing that waits, nothing that changes.</summary>
public sealed class PurityTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Domain = typeof(Request).Assembly;

    // A serializer's context is written by its generator and fills itself in as it is used.
    private static readonly Type[] Written =
    [
        .. Domain.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            && !type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false) && !type.Name.Contains('<', StringComparison.Ordinal)),
    ];

    [Fact]
    public void No_package_is_referenced()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(Domain.GetReferencedAssemblies(), name => Assert.True(File.Exists(Path.Combine(framework, $"{name.Name}.dll")), name.Name));
    }

    [Fact]
    public void Nothing_that_touches_the_outside_is_referenced()
    {
        string[] outside = ["System.Net", "System.IO", "System.Console", "System.Diagnostics.Process", "System.Data", "Microsoft."];
        Assert.All(Domain.GetReferencedAssemblies(), name =>
            Assert.DoesNotContain(outside, prefix => name.Name!.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_waits() => Assert.All(Written.SelectMany(type => type.GetMethods(Everything)), method =>
    {
        Assert.False(method.IsDefined(typeof(AsyncStateMachineAttribute)), $"{method.DeclaringType}.{method.Name} is async");
        Type[] named = [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)];
        Assert.DoesNotContain(named, type => type.Namespace is { } space && space.StartsWith("System.Threading", StringComparison.Ordinal));
    });

    [Fact]
    public void Nothing_can_be_changed_from_outside()
    {
        Assert.All(Written.SelectMany(type => type.GetProperties(Everything)), property => Assert.True(
            property.SetMethod is not { IsPrivate: false } setter || IsInit(setter), $"{property.DeclaringType}.{property.Name} has a setter"));
        Assert.All(Written.SelectMany(type => type.GetFields(Everything)), field => Assert.True(
            field.IsPrivate || field.IsInitOnly || field.IsLiteral || field.DeclaringType!.IsEnum, $"{field.DeclaringType}.{field.Name} is open"));
    }

    [Fact]
    public void No_state_is_shared_between_calls() => Assert.All(
        Written.SelectMany(type => type.GetFields(Everything)).Where(field => field.IsStatic),
        field => Assert.True(field.IsInitOnly || field.IsLiteral, $"{field.DeclaringType}.{field.Name} can be reassigned"));

    [Fact]
    public void No_object_changes_after_it_is_made() => Assert.All(
        // A private nested type is a scratch pad inside one call.
        Written.Where(type => !type.IsEnum && !type.IsNestedPrivate && type.Namespace is { Length: > 0 })
            .SelectMany(type => type.GetFields(Everything))
            // C# has no way to make the parameter of a primary constructor read-only.
            .Where(field => !field.IsLiteral && !field.Name.EndsWith(">P", StringComparison.Ordinal)),
        field => Assert.True(field.IsInitOnly, $"{field.DeclaringType}.{field.Name} can be reassigned"));

    [Fact]
    public void No_collection_of_the_state_can_be_changed() => Assert.All(
        Written.Where(type => type.IsVisible)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)),
        property => Assert.All(Parts(property.PropertyType), type =>
        {
            Assert.False(type.IsArray, $"{property.DeclaringType}.{property.Name} is or holds an array");
            if (type.Namespace!.StartsWith("System.Collections", StringComparison.Ordinal))
                Assert.Contains(type.Namespace, new[] { "System.Collections.Immutable", "System.Collections.Frozen" });
            Assert.DoesNotContain(".Builder", type.FullName ?? type.Name, StringComparison.Ordinal);
            Assert.NotEqual(typeof(System.Text.StringBuilder), type);
        }));

    [Fact]
    public void What_is_asked_for_is_answered_at_once() => Assert.All(
        Written.SelectMany(type => type.GetProperties(Everything).Select(property => property.PropertyType)
            .Concat(type.GetFields(Everything).Select(field => field.FieldType))
            .Concat(type.GetMethods(Everything).Select(method => method.ReturnType))).SelectMany(Parts).Distinct(),
        type => Assert.False(
            typeof(Task).IsAssignableFrom(type) || type.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            || type.Name.StartsWith("IAsync", StringComparison.Ordinal), type.FullName));

    [Fact]
    public void Every_class_is_sealed_static_or_the_root_of_a_closed_family() => Assert.All(
        Written.Where(type => type.IsClass), type => Assert.True(
            type.IsSealed || (type.IsAbstract && type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Length == 0), type.FullName));

    /// <summary>A type with all that it is made of: an immutable list of lists that can be changed can be changed.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? [type, .. Parts(type.GetElementType()!)] : [type, .. type.GetGenericArguments().SelectMany(Parts)];

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
