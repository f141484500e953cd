package dev.varve.cli.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts are what Docker 28 prints for the same. */
class TemplateTest {
    private static final String IMAGE = """
            {"Id": "sha256:ab", "RepoTags": ["web:1", "web:2"], "Size": 42, "Empty": [], "Nothing": null, "Yes": true,
             "Config": {"Env": ["A=b c", "D=e"], "Labels": {"l": "m", "a.b": "x"}, "User": ""}}
            """;

    private static String render(String template) throws JsonException {
        return Template.parse(template).render(JsonObject.parse(IMAGE.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            {{.Id}}                                                   => sha256:ab
            id={{ .Id }}, {{.Size}} B                                 => id=sha256:ab, 42 B
            {{.RepoTags}} {{.Config.Labels}} {{.Yes}}                 => [web:1 web:2] map[a.b:x l:m] true
            {{.Nothing}}                                              => <no value>
            {{json .Config}}                                          => {"Env":["A=b c","D=e"],"Labels":{"l":"m","a.b":"x"},"User":""}
            {{json .RepoTags}} {{json .Size}} {{json .Nothing}}       => ["web:1","web:2"] 42 null
            {{.Config.Env | json}}                                    => ["A=b c","D=e"]
            {{range .Config.Env}}<{{.}}>{{end}}                       => <A=b c><D=e>
            {{range .Config.Labels}}<{{.}}>{{end}}                    => <x><m>
            {{range .Empty}}x{{else}}none{{end}}                      => none
            {{range .RepoTags}}{{.}} of {{$.Id}};{{end}}              => web:1 of sha256:ab;web:2 of sha256:ab;
            {{if .Config.User}}{{.Config.User}}{{else}}root{{end}}    => root
            {{if .Empty}}a{{else if .Yes}}b{{else}}c{{end}}           => b
            {{with .Config}}{{.User}}{{len .Env}}{{end}}              => 2
            {{index .RepoTags 1}} {{index .Config.Labels "a.b"}}      => web:2 x
            [{{index .Config.Labels "none"}}]                         => []
            {{join .RepoTags ", "}} {{upper .Id}} {{title "abc"}}     => web:1, web:2 SHA256:AB Abc
            {{join (split "a-b" "-") "+"}} {{truncate .Id 6}}         => a+b sha256
            {{if eq .Size 42}}y{{end}}{{if ne .Id "x"}}z{{end}}       => yz
            {{if and .Yes (not .Empty)}}y{{end}} {{or "" "b"}}        => y b
            a  {{- .Size -}}  b                                       => a42b
            {{/* nothing */}}{{print "}}" `"`}}                       => }}"
            """)
    void a_template_prints_what_docker_would(String template, String expected) throws JsonException {
        assertThat(render(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            {{.Nope}}                 => there is no field 'Nope'; there are Config, Empty, Id, Nothing, RepoTags, Size, Yes
            {{.Id.Nope}}              => there is no field 'Nope' in sha256:ab
            {{.Nothing.Nope}}         => there is no field 'Nope' in <no value>
            {{.Id                     => an action is not closed: '.Id'
            {{nope .Id}}              => there is no function 'nope'; there are and, eq,
            {{join .Id}}              => join takes a list, not sha256:ab
            {{join .RepoTags}}        => join takes more values than 1
            {{index .RepoTags 7}}     => index 7 is out of range: there are 2
            {{range .Size}}{{end}}    => range cannot go over 42
            {{if .Id}}                => {{if .Id}} has no {{end}}
            {{end}}                   => unexpected {{end}}
            {{.Id ! }}                => '{{.Id !}}' is not understood from '!' on
            {{}}                      => '{{}}' is not understood
            {{$x := 1}}               => '{{$x := 1}}' is not understood from 'x := 1' on
            {{json not .Id}}          => '{{json not .Id}}': put the call of not into parentheses
            {{.Id | .Size}}           => '{{.Id | .Size}}': what follows | is no function
            {{template "x"}}          => {{template}} is not supported
            """)
    void a_mistake_is_named(String template, String message) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("--format: " + message);
    }
}
