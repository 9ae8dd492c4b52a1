// What the page of a large network takes of sigma.js and graphology.
export { default as Sigma } from "sigma";
export { EdgeLineProgram, NodePointProgram } from "sigma/rendering";
export { DirectedGraph } from "graphology";
