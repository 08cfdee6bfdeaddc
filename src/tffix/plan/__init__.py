"""Plans modules without a cloud: no provider, no credentials, no state, no network.

`Planner` runs the user's own Terraform against servers of tffix's that only pretend to make something. A plan
is of a module as it is, from nothing, or of what it is against the simulated deployment of what it was.
"""

from tffix.plan.errors import NotPlanned
from tffix.plan.results import Action, Plan, Verb
from tffix.plan.session import Deployment, Planner, Tree
from tffix.plan.summary import summary

__all__ = ["Action", "Deployment", "NotPlanned", "Plan", "Planner", "Tree", "Verb", "summary"]
