"""Which resources must exist before others although no argument refers to them: all tables together."""

from ._hidden_orders_aws import AWS
from ._hidden_orders_called import CALLED
from ._hidden_orders_others import OTHERS

ORDERS = (*CALLED, *AWS, *OTHERS)
