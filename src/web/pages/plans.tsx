export default function Stub() { return <div className="wrap"><h1>plans</h1></div> }
