"""Serves provider schemas to Terraform: one gRPC server per provider, on a socket of its own.

Terraform is told of the servers by TF_REATTACH_PROVIDERS, so there is no handshake and no provider process.
It calls every server by the same made-up host name, so a server cannot be told apart by what it is asked:
each provider gets its own socket; all share one pool of threads.
"""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Protocol

from tffix.facts.addresses import full_addresses
from tffix.validate import messages
from tffix.validate.errors import ValidateError
from tffix.validate.schemas import Schema

# Unix sockets have short names: 104 bytes on some systems, with the final zero byte.
_LONGEST_SOCKET_NAME: Final = 100
_THREADS: Final = 8

Handler = Callable[[bytes], bytes]


def load_grpc() -> Any:
    """The grpc package, which only `tffix validate` needs."""
    # Terraform's own children would otherwise inherit sockets, and fork handlers print warnings.
    os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")
    try:
        importlib.import_module("msgpack")
        return importlib.import_module("grpc")
    except ImportError as error:
        needed = "validating needs the packages grpcio and msgpack: pip install 'tffix[validate]'"
        raise ValidateError(needed) from error


class Provider(Protocol):
    """What can be served: functions from request to response, by the name of the call."""

    def handlers(self) -> dict[str, Handler]:
        """What answers each call of Terraform's, by its name."""
        ...


@dataclass(frozen=True, slots=True)
class ServedProvider:
    """What one provider answers: its schema response, and the checks of what it is sent.

    `check` gets the kind ("provider", "resource", "data" or "ephemeral"), the type's name and its values,
    and gives the encoded diagnostics.
    """

    schema_response: bytes
    check: Callable[[str, str, object], list[bytes]]
    schemas: Mapping[tuple[str, str], Schema] = field(default_factory=dict)
    """The schemas in the response of the types that the project uses, by kind and name."""

    def handlers(self) -> dict[str, Handler]:
        """What answers each call of Terraform's, by its name."""
        return {
            "GetMetadata": lambda _: b"",
            "GetProviderSchema": lambda _: self.schema_response,
            "GetResourceIdentitySchemas": lambda _: b"",
            "ValidateProviderConfig": self._provider,
            "ValidateResourceConfig": lambda request: self._typed("resource", request),
            "ValidateDataResourceConfig": lambda request: self._typed("data", request),
            "ValidateEphemeralResourceConfig": lambda request: self._typed("ephemeral", request),
            "ValidateActionConfig": lambda _: b"",
            "CallFunction": lambda _: messages.function_unknown(),
            "StopProvider": lambda _: b"",
        }

    def _provider(self, request: bytes) -> bytes:
        found = self.check("provider", "", messages.provider_config(request))
        return messages.diagnostics_response(2, found)

    def _typed(self, kind: str, request: bytes) -> bytes:
        name, values = messages.type_config(request)
        return messages.diagnostics_response(1, self.check(kind, name, values))


@dataclass(slots=True)
class Servers:
    """The running servers of one validation; a context manager that ends them."""

    providers: Mapping[str, Provider]
    folder: Path
    _running: list[Any] = field(default_factory=list)
    _pool: ThreadPoolExecutor | None = None

    def __enter__(self) -> Servers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        stopping = [server.stop(0) for server in self._running]
        for event in stopping:
            event.wait(5)
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def start(self) -> str:
        """Starts all servers; gives the value of TF_REATTACH_PROVIDERS."""
        grpc = load_grpc()
        self._pool = ThreadPoolExecutor(_THREADS, "tffix-provider")
        started: dict[str, dict[str, object]] = {}
        for number, (address, provider) in enumerate(self.providers.items()):
            started |= dict.fromkeys(full_addresses(address), self._start(grpc, number, provider))
        return json.dumps(started)

    def _start(self, grpc: Any, number: int, provider: Provider) -> dict[str, object]:
        handlers = {
            name: grpc.unary_unary_rpc_method_handler(_answer(grpc, handler))
            for name, handler in provider.handlers().items()
        }
        server = grpc.server(
            self._pool,
            handlers=[grpc.method_handlers_generic_handler(messages.SERVICE, handlers)],
            options=[("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)],
        )
        self._running.append(server)
        address = self._listen(server, number)
        server.start()
        # "Test" tells Terraform that the process is not its own to end.
        return {
            "Protocol": "grpc",
            "ProtocolVersion": 6,
            "Pid": os.getpid(),
            "Test": True,
            "Addr": address,
        }

    def _listen(self, server: Any, number: int) -> dict[str, str]:
        socket = str(self.folder / f"{number}.sock")
        if os.name == "posix" and len(os.fsencode(socket)) <= _LONGEST_SOCKET_NAME:
            with suppress(RuntimeError):
                server.add_insecure_port(f"unix:{socket}")
                return {"Network": "unix", "String": socket}
        port = server.add_insecure_port("127.0.0.1:0")
        return {"Network": "tcp", "String": f"127.0.0.1:{port}"}


def _answer(grpc: Any, handler: Handler) -> Callable[[bytes, Any], bytes]:
    def answer(request: bytes, context: Any) -> bytes:
        try:
            return handler(request)
        except Exception as error:
            context.abort(grpc.StatusCode.INTERNAL, f"tffix: {error}")
            raise

    return answer
